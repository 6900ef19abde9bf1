package org.rexian.media.load;

import org.rexian.media.MediaListener;
import org.rexian.media.Quality;

/** A listener with nothing to do. */
final class Quiet implements MediaListener {

    @Override
    public void onDigit(char digit) {}

    @Override
    public void onPlaybackFinished(long playback) {}

    @Override
    public void onMediaTimeout() {}

    @Override
    public void onRecordingFailed(String message) {}

    @Override
    public void onClosed(Quality quality) {}
}
