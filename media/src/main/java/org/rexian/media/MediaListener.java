package org.rexian.media;

/** What a {@link MediaSession} reports. Called on its media loop: hand over and return. */
public interface MediaListener {

    /** One key press, reported once, at its begin. */
    void onDigit(char digit);

    void onPlaybackFinished(long playback);

    /** No RTP came for the configured time while the stream should be receiving. */
    void onMediaTimeout();

    /** The recording can't go on (disk full, no permission): {@code message} says what and where. */
    void onRecordingFailed(String message);

    /** After {@link MediaSession#close()}: the leg's quality. */
    void onClosed(Quality quality);
}
