package org.rexian.media;

import java.util.List;
import org.rexian.media.codec.G711;

/** What is played to all of a mix: a function of the loop's clock alone, so that parties of any packet length hear the same. */
final class Announcement {

    static final Announcement NONE = new Announcement(List.of(), 0);

    private final List<Prompt> prompts;
    private final int startFrame;

    Announcement(List<Prompt> prompts, int startFrame) {
        this.prompts = List.copyOf(prompts);
        this.startFrame = startFrame;
    }

    /** Adds the {@code frames} before {@code endFrame} to {@code sum}. */
    void addTo(int[] sum, int endFrame, int frames) {
        int begin = startFrame - (endFrame - frames); // of the prompt, counted from the begin of the sum
        for (int p = 0; p < prompts.size(); p++) {
            byte[] octets = prompts.get(p).octets(AudioCodec.PCMU);
            short[] linear = G711.toLinear(AudioCodec.PCMU);
            int end = Math.min(frames, begin + octets.length);
            for (int i = Math.max(0, begin); i < end; i++) {
                sum[i] += linear[octets[i - begin] & 0xff];
            }
            begin += octets.length;
        }
    }
}
