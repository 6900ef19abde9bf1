package org.rexian.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.rexian.media.rtp.RtcpSession;

/**
 * When and where a leg's RTCP goes (RFC 3550 §6.2, simplified: two members, so the interval is a constant, spread over half to one
 * and a half of it), and from where it is believed. Of the loop's thread.
 */
final class RtcpLink {

    private final MediaPort port;
    private final RtcpSession session;
    private final SplittableRandom random;
    private final long intervalNanos;
    private @Nullable InetSocketAddress remote;
    private boolean multiplexed;
    private boolean learning;
    private boolean scheduled;
    private long nextNanos;

    RtcpLink(MediaPort port, RtcpSession session, SplittableRandom random, long intervalMillis) {
        this.port = port;
        this.session = session;
        this.random = random;
        this.intervalNanos = intervalMillis * 1_000_000;
    }

    void negotiated(StreamFormat format, long now) {
        boolean nowhere = format.remoteRtcp().getAddress().isAnyLocalAddress();
        multiplexed = format.remoteRtcp().equals(format.remote());
        learning = format.learnRemote();
        remote = nowhere ? null : format.remoteRtcp();
        if (!scheduled) {
            scheduled = true;
            schedule(now);
        }
    }

    private void schedule(long now) {
        nextNanos = now + (long) (intervalNanos * (0.5 + random.nextDouble()));
    }

    /** Sends a report if one is due. */
    void tick(long now, int milli, ByteBuffer buffer, @Nullable InetSocketAddress rtpTarget) {
        if (scheduled && now - nextNanos >= 0) {
            schedule(now);
            send(now, milli, buffer, rtpTarget, false);
        }
    }

    void bye(long now, int milli, ByteBuffer buffer, @Nullable InetSocketAddress rtpTarget) {
        if (scheduled) {
            send(now, milli, buffer, rtpTarget, true);
        }
    }

    private void send(long now, int milli, ByteBuffer buffer, @Nullable InetSocketAddress rtpTarget, boolean bye) {
        InetSocketAddress to = multiplexed ? rtpTarget : remote;
        if (to == null || remote == null) {
            return;
        }
        buffer.clear();
        buffer.limit(session.write(buffer, now, milli, bye));
        if (multiplexed) {
            port.send(buffer, to);
        } else {
            port.sendRtcp(buffer, to);
        }
    }

    /** The description's address; or, behind a NAT, once whatever port of the host that RTP was learnt from. */
    boolean accepts(InetSocketAddress from, SourceLatch rtp) {
        InetSocketAddress audio = rtp.target();
        if (multiplexed) {
            return rtp.settled() && from.equals(audio);
        }
        if (from.equals(remote)) {
            return true;
        }
        if (learning && rtp.settled() && audio != null && from.getAddress().equals(audio.getAddress())) {
            learning = false;
            remote = from;
            return true;
        }
        return false;
    }
}
