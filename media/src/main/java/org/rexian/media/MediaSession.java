package org.rexian.media;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * One leg's audio: a bound port pair, and what is sent and heard on it. Methods may be called from any thread; each is a
 * message to the session's media loop, carried out in order. Answers come through {@link MediaListener}.
 */
public interface MediaSession {

    /** The address to write into SDP; RTCP is on the next port unless multiplexed. */
    InetSocketAddress localAddress();

    /** Applies the outcome of an offer/answer; again after each later one. Until the first, nothing is sent. */
    void connect(StreamFormat format);

    /**
     * Plays WAV files in order and replaces what is playing. With {@code loop}, until replaced or stopped; else
     * {@link MediaListener#onPlaybackFinished} follows with {@code playback}.
     */
    void play(long playback, List<Path> files, boolean loop);

    void stopPlayback();

    /** Packet to packet with another session of the same loop, both ways; ends playback on both. */
    default void bridge(MediaSession other, boolean passDtmf) {
        bridge(other, passDtmf, passDtmf);
    }

    /**
     * The same, with key presses passed one way and not the other.
     *
     * @param passDtmf whether this side's key presses go to the other
     * @param passDtmfBack whether the other side's come here
     */
    void bridge(MediaSession other, boolean passDtmf, boolean passDtmfBack);

    /** Ends the bridge on both sides. */
    void unbridge();

    /** Records what this leg hears (left: received from the peer, right: sent to it) as stereo WAV until stopped. */
    void startRecording(Path file);

    void stopRecording();

    /** Sends RFC 4733 events, in order, each of {@code toneMillis}. */
    void sendDigits(String digits, int toneMillis);

    /**
     * Tells {@code then}, on the media loop, what another process needs to go on with this session ({@link MediaPlane#restore}). A closed
     * session says nothing.
     */
    void state(Consumer<MediaSessionState> then);

    /** Frees the port; {@link MediaListener#onClosed} follows, last. Closing twice is harmless. */
    void close();
}
