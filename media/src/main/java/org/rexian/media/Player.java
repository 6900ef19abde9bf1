package org.rexian.media;

import java.nio.ByteBuffer;
import java.util.List;
import org.rexian.media.codec.G711;

/** Where a leg's playback stands: prompts one after the other without a gap, the last packet filled up with silence. */
final class Player {

    private List<Prompt> prompts = List.of();
    private boolean loop;
    private boolean active;
    private int prompt;
    private int sample;

    /** False when there is nothing to hear in them. */
    boolean start(List<Prompt> newPrompts, boolean repeat) {
        prompts = newPrompts;
        loop = repeat;
        prompt = 0;
        sample = 0;
        active = newPrompts.stream().anyMatch(each -> each.samples() > 0);
        return active;
    }

    void stop() {
        active = false;
        prompts = List.of();
    }

    boolean active() {
        return active;
    }

    /** Copies the next {@code samples} octets to {@code offset}; not active any more once the last one is copied. */
    void copy(AudioCodec codec, int samples, ByteBuffer out, int offset) {
        int done = 0;
        while (done < samples && active) {
            byte[] octets = prompts.get(prompt).octets(codec);
            int some = Math.min(samples - done, octets.length - sample);
            out.put(offset + done, octets, sample, some);
            done += some;
            sample += some;
            if (sample == octets.length) {
                next();
            }
        }
        Silence.fill(out, offset + done, samples - done, G711.silence(codec));
    }

    /** Lets time pass unheard: the peer has us on hold. */
    void skip(int samples) {
        int left = samples;
        while (left > 0 && active) {
            int some = Math.min(left, prompts.get(prompt).samples() - sample);
            left -= some;
            sample += some;
            if (sample == prompts.get(prompt).samples()) {
                next();
            }
        }
    }

    private void next() {
        sample = 0;
        prompt++;
        if (prompt == prompts.size()) {
            prompt = 0;
            active = loop;
        }
    }
}
