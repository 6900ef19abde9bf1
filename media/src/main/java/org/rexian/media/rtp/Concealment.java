package org.rexian.media.rtp;

/**
 * Stands in for what was lost: the last period of the voice again and again, fading out over 60 ms, and out of it into what comes
 * next without a click. After the idea of G.711 Appendix I, without its delay.
 */
final class Concealment {

    private static final int MIN_PERIOD = 40; // 200 Hz
    private static final int MAX_PERIOD = 160; // 50 Hz
    private static final int COMPARED = 80;
    private static final int FULL = 80; // 10 ms
    private static final int FADE = 400;

    private final short[] period = new short[MAX_PERIOD];
    private int length;
    private int position;
    private int age;
    private boolean active;
    private int resumed;

    /** As at the begin of a stream: nothing to repeat. */
    void beginSilence() {
        active = true;
        age = FULL + FADE;
        resumed = 0;
    }

    /** The sample at {@code frame} is missing; what was heard before lies in the ring. */
    void begin(short[] ring, int mask, int frame) {
        active = true;
        age = 0;
        resumed = 0;
        position = 0;
        length = bestPeriod(ring, mask, frame);
        for (int i = 0; i < length; i++) {
            period[i] = ring[(frame - length + i) & mask];
        }
    }

    boolean active() {
        return active;
    }

    /** Active, and nothing left to be heard of it. */
    boolean silent() {
        return active && resumed == 0 && age >= FULL + FADE;
    }

    boolean resuming() {
        return resumed > 0;
    }

    short next() {
        if (age >= FULL + FADE) {
            return 0;
        }
        int sample = period[position];
        position = position + 1 == length ? 0 : position + 1;
        int left = Math.min(FADE, FULL + FADE - age++);
        return (short) (sample * left / FADE);
    }

    /** The next sample where there is one again. */
    short resume(short sample) {
        short blended = JitterBuffer.blend(next(), sample, resumed++);
        if (resumed == JitterBuffer.BLEND) {
            active = false;
            resumed = 0;
        }
        return blended;
    }

    /** By the normalised cross-correlation of the last 10 ms with what went before. */
    private static int bestPeriod(short[] ring, int mask, int frame) {
        int best = MIN_PERIOD;
        double bestScore = -1;
        for (int lag = MIN_PERIOD; lag <= MAX_PERIOD; lag++) {
            long product = 0;
            long energy = 1;
            for (int i = 1; i <= COMPARED; i++) {
                int before = ring[(frame - lag - i) & mask];
                product += (long) ring[(frame - i) & mask] * before;
                energy += (long) before * before;
            }
            double score = product / Math.sqrt((double) energy);
            if (score > bestScore) {
                bestScore = score;
                best = lag;
            }
        }
        return best;
    }
}
