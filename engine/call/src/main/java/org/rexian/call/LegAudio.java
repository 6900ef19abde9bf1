package org.rexian.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rexian.media.AudioCodec;
import org.rexian.media.MediaListener;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSession;
import org.rexian.media.Quality;
import org.rexian.media.sdp.SdpNegotiator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A leg's audio: the media session and its SDP side, and the bridge from media loop to call loop for what it reports. */
final class LegAudio implements MediaListener {

    private static final Logger log = LoggerFactory.getLogger(LegAudio.class);

    /** A-law first: what carriers outside North America and Japan use. */
    private static final List<AudioCodec> CODECS = List.of(AudioCodec.PCMA, AudioCodec.PCMU);

    private final CallLoop loop;
    private @Nullable MediaSession session;
    private @Nullable SdpNegotiator sdp;
    private @Nullable Leg leg;

    private LegAudio(CallLoop loop) {
        this.loop = loop;
    }

    /** Opens a port for a leg; empty when all are taken. */
    static Optional<LegAudio> open(MediaPlane media, CallLoop loop, long sdpSessionId) {
        LegAudio audio = new LegAudio(loop);
        return audio.opened(media.open(audio), CODECS, sdpSessionId);
    }

    /**
     * Opens a port on the media loop of another leg, so that the two can be bridged. Our offer prefers the other leg's
     * codec: equal codecs go packet to packet.
     */
    static Optional<LegAudio> openBeside(Leg other, MediaPlane media, CallLoop loop, long sdpSessionId) {
        LegAudio audio = new LegAudio(loop);
        List<AudioCodec> codecs = other.codec().equals(AudioCodec.PCMU.name()) ? CODECS.reversed() : CODECS;
        return audio.opened(media.openBeside(other.media(), audio), codecs, sdpSessionId);
    }

    private Optional<LegAudio> opened(Optional<MediaSession> port, List<AudioCodec> codecs, long sdpSessionId) {
        return port.map(open -> {
            session = open;
            sdp = new SdpNegotiator(open.localAddress(), codecs, sdpSessionId);
            return this;
        });
    }

    MediaSession session() {
        return opened(session);
    }

    SdpNegotiator sdp() {
        return opened(sdp);
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the port is not open");
        }
        return part;
    }

    /** From now on, reports go to this leg. */
    void leadTo(Leg owner) {
        leg = owner;
    }

    @Override
    public void onDigit(char digit) {
        tell(to -> to.digit(digit));
    }

    @Override
    public void onPlaybackFinished(long playback) {
        tell(to -> to.playbackFinished(playback));
    }

    @Override
    public void onMediaTimeout() {
        tell(Leg::mediaTimeout);
    }

    @Override
    public void onRecordingFailed(String message) {
        log.error("recording failed: {}", message);
    }

    @Override
    public void onClosed(Quality quality) {
        tell(to -> to.mediaClosed(quality));
    }

    private void tell(Consumer<Leg> what) {
        Leg to = leg;
        if (to != null) {
            loop.post(() -> what.accept(to), failure -> to.owner().onFailure(failure));
        }
    }
}
