package org.rexian.media;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.rexian.media.rtp.RtpView;

/**
 * From where a stream takes packets, and to where it sends. The description's address unless that can't be believed (NAT); then the
 * source is learnt once: two packets in a row of a negotiated payload type from an allowed host. What was learnt never moves
 * before the next offer/answer, whoever sends.
 */
final class SourceLatch {

    private @Nullable StreamFormat format;
    private @Nullable InetSocketAddress source;
    private boolean learning;
    private @Nullable InetSocketAddress candidate;
    private int candidateSsrc;
    private int candidateSequence;

    /** The outcome of an offer/answer: what was learnt goes on to be sent to until something else is learnt, once. */
    void negotiated(StreamFormat next) {
        boolean sameRemote = format != null && format.remote().equals(next.remote());
        format = next;
        learning = next.learnRemote();
        candidate = null;
        if (source == null || !learning || !sameRemote) {
            source = next.remote();
        }
    }

    /** After {@link #negotiated}: goes on where another one stood. */
    void restore(InetSocketAddress savedSource, boolean savedLearning) {
        source = savedSource;
        learning = savedLearning;
    }

    boolean learning() {
        return learning;
    }

    /** True once the source is known for good, until the next offer/answer. */
    boolean settled() {
        return source != null && !learning;
    }

    /** To where we send. */
    @Nullable
    InetSocketAddress target() {
        return source;
    }

    /** Whether a valid packet of a negotiated type is the stream's; may learn its source. */
    boolean accepts(InetSocketAddress from, RtpView packet) {
        if (!learning) {
            return from.equals(source);
        }
        if (!allowed(from)) {
            return false;
        }
        boolean second = from.equals(candidate)
                && packet.ssrc() == candidateSsrc
                && packet.sequence() == ((candidateSequence + 1) & 0xffff);
        candidate = from;
        candidateSsrc = packet.ssrc();
        candidateSequence = packet.sequence();
        if (second) {
            source = from;
            learning = false;
        }
        return second;
    }

    private boolean allowed(InetSocketAddress from) {
        return format != null
                && (format.learnFrom().isEmpty()
                        || from.getAddress().equals(format.learnFrom().get())
                        || from.getAddress().equals(format.remote().getAddress()));
    }
}
