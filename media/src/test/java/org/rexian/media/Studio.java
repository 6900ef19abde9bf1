package org.rexian.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A media plane on a clock that is moved by hand, and listeners that keep what they are told. */
final class Studio implements AutoCloseable {

    static final long START_NANOS = 1_000_000_000_000L;

    final PromptStore prompts = new PromptStore();
    final MediaPlane plane;
    private long nanos = START_NANOS;

    Studio() {
        this(settings());
    }

    Studio(MediaSettings settings) {
        plane = MediaPlane.byHand(settings, prompts, () -> nanos);
    }

    static MediaSettings settings() {
        return MediaSettings.defaults()
                .withPorts(24_000, 25_999)
                .withLoops(1)
                .withSeed(42)
                .withSilenceWhenIdle(false)
                .withMediaTimeoutMillis(0);
    }

    /** Moves the clock on, a millisecond and a turn at a time. */
    void advance(int millis) {
        for (int i = 0; i < millis; i++) {
            nanos += 1_000_000;
            turn();
        }
    }

    /** The loop is stuck so long, then takes one turn. */
    void stall(int millis) {
        nanos += millis * 1_000_000L;
        turn();
    }

    void turn() {
        for (int i = 0; i < plane.loops().size(); i++) { // by index: an iterator would count as the engine's allocation
            plane.loops().get(i).turn(0);
        }
    }

    MediaSession open(MediaListener listener) {
        return plane.open(listener).orElseThrow();
    }

    MediaSession connected(MediaListener listener, StreamFormat format) {
        MediaSession session = open(listener);
        session.connect(format);
        turn();
        return session;
    }

    @Override
    public void close() {
        plane.close();
    }

    /** What a leg was told, as text. */
    static class Told implements MediaListener {
        final List<String> events = new ArrayList<>();
        Optional<Quality> quality = Optional.empty();

        @Override
        public void onDigit(char digit) {
            events.add("digit " + digit);
        }

        @Override
        public void onPlaybackFinished(long playback) {
            events.add("finished " + playback);
        }

        @Override
        public void onMediaTimeout() {
            events.add("timeout");
        }

        @Override
        public void onRecordingFailed(String message) {
            events.add("recording failed: " + message);
        }

        @Override
        public void onClosed(Quality closed) {
            events.add("closed");
            quality = Optional.of(closed);
        }
    }
}
