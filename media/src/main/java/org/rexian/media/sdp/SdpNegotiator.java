package org.rexian.media.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.media.AudioCodec;
import org.rexian.media.StreamFormat;

/**
 * One leg's offers and answers (RFC 3264): one audio stream, in whichever {@code m=} line it was first agreed upon; every other
 * line is declined with port 0 and keeps its place for ever (§8). Pure and not thread-safe: it belongs to the leg's call loop.
 *
 * <p>The direction of our last agreed offer is remembered: a peer's later offer can't take us off a hold of our own making.
 */
public final class SdpNegotiator {

    private final InetSocketAddress localRtp;
    private final List<AudioCodec> codecs;
    private final SdpWriter writer;
    private List<SdpWriter.Line> lines;
    private int audioLine;
    private int dtmfPayloadType = SdpWriter.USUAL_DTMF;
    private Direction agreed = Direction.SENDRECV;
    private Direction offered = Direction.SENDRECV;
    private @Nullable InetSocketAddress lastRemote;

    /**
     * @param localRtp the address to be told to the peer; RTCP is on the next port
     * @param codecs in our order of preference, at least one
     * @param sessionId the {@code o=} line's, unique for the leg
     */
    public SdpNegotiator(InetSocketAddress localRtp, List<AudioCodec> codecs, long sessionId) {
        if (codecs.isEmpty()) {
            throw new IllegalArgumentException("an audio stream needs at least one codec");
        }
        this.localRtp = localRtp;
        this.codecs = List.copyOf(codecs);
        this.writer = new SdpWriter(localRtp, sessionId);
        this.lines = List.of(SdpWriter.Line.audio("RTP/AVP"));
    }

    /** Our offer. {@code SENDONLY} or {@code INACTIVE} put the peer on hold once it is answered. */
    public byte[] offer(Direction direction) {
        offered = direction;
        return writer.write(lines, audioLine, SdpWriter.Audio.offer(codecs, dtmfPayloadType, direction));
    }

    /** The answer to our last {@link #offer}, where nothing is known of the peer but its SDP. */
    public Negotiated onAnswer(byte[] sdp) {
        return onAnswer(sdp, Optional.empty());
    }

    /** The answer to our last {@link #offer}, from a peer whose signalling address is known: finds NAT out better. */
    public Negotiated onAnswer(byte[] sdp, InetSocketAddress signallingPeer) {
        return onAnswer(sdp, Optional.of(signallingPeer.getAddress()));
    }

    private Negotiated onAnswer(byte[] sdp, Optional<InetAddress> peer) {
        return switch (SessionDescription.parse(sdp)) {
            case SdpProblem problem -> new Negotiated.Refused("bad SDP: " + problem);
            case SessionDescription answer
            when answer.media().size() <= audioLine ->
                new Negotiated.Refused("the answer has no line for our audio stream");
            case SessionDescription answer -> {
                MediaDescription section = answer.media().get(audioLine);
                yield section.port() == 0
                        ? new Negotiated.Refused("the peer declined the audio stream")
                        : AudioOffer.read(answer, section, codecs)
                                .map(audio -> agreeOnAnswer(audio, peer))
                                .orElseGet(() -> new Negotiated.Refused(why(answer, section)));
            }
        };
    }

    private Negotiated agreeOnAnswer(AudioOffer audio, Optional<InetAddress> peer) {
        agreed = offered;
        if (audio.dtmfPayloadType() >= 0) {
            dtmfPayloadType = audio.dtmfPayloadType();
        }
        return new Negotiated.Agreed(format(audio, agreed.and(audio.direction().reversed()), peer));
    }

    /** Our answer to a peer's offer, sent from {@code signallingPeer}. */
    public Answered onOffer(byte[] sdp, InetSocketAddress signallingPeer) {
        return switch (SessionDescription.parse(sdp)) {
            case SdpProblem problem -> new Answered.Refused("bad SDP: " + problem);
            case SessionDescription offer -> answer(offer, signallingPeer.getAddress());
        };
    }

    private Answered answer(SessionDescription offer, InetAddress peer) {
        String refusal = "the offer has no audio stream";
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription section = offer.media().get(i);
            Optional<AudioOffer> audio = AudioOffer.read(offer, section, codecs);
            if (audio.isPresent()) {
                return agreeOnOffer(offer, i, audio.get(), peer);
            }
            if (section.kind().equals("audio")) {
                refusal = why(offer, section);
            }
        }
        return new Answered.Refused(refusal);
    }

    private Answered agreeOnOffer(SessionDescription offer, int line, AudioOffer audio, InetAddress peer) {
        List<SdpWriter.Line> answered = new ArrayList<>();
        for (MediaDescription section : offer.media()) {
            answered.add(new SdpWriter.Line(
                    section.kind(), section.protocol(), section.formats().getFirst()));
        }
        lines = answered;
        audioLine = line;
        if (audio.dtmfPayloadType() >= 0) {
            dtmfPayloadType = audio.dtmfPayloadType();
        }
        Direction ours = agreed.and(audio.direction().reversed());
        byte[] answer = writer.write(lines, audioLine, SdpWriter.Audio.answer(audio, ours));
        return new Answered.Agreed(answer, format(audio, ours, Optional.of(peer)));
    }

    private StreamFormat format(AudioOffer audio, Direction ours, Optional<InetAddress> peer) {
        InetSocketAddress remote = audio.remote().orElse(lastRemote != null ? lastRemote : audio.remoteRtcp());
        audio.remote().ifPresent(known -> lastRemote = known);
        boolean learn = audio.remote().isPresent()
                && peer.map(host -> NatRule.suspects(remote.getAddress(), host))
                        .orElseGet(() -> NatRule.unreachable(remote.getAddress(), localRtp.getAddress()));
        return new StreamFormat(
                remote,
                audio.remoteRtcp(),
                learn,
                learn ? peer : Optional.empty(),
                audio.codec(),
                audio.payloadType(),
                audio.dtmfPayloadType(),
                audio.ptimeMillis(),
                ours.sends(),
                ours.receives());
    }

    private static String why(SessionDescription sdp, MediaDescription section) {
        if (section.port() == 0) {
            return "the audio stream is declined";
        }
        if (sdp.connectionOf(section).isEmpty()) {
            return "the audio stream has no c= address";
        }
        return "no usable audio: " + section.protocol() + " " + String.join(" ", section.formats()) + " at "
                + sdp.connectionOf(section).orElse("");
    }
}
