package org.rexian.media.wav;

import java.math.BigInteger;

/**
 * Brings audio of any rate down to 8 kHz through a polyphase low-pass filter (windowed sinc, Kaiser): flat to 3.4 kHz, −70 dB from
 * 4.2 kHz on, so that nothing above the telephone band folds back into it. Unity gain.
 */
final class Resampler {

    private static final int TARGET = 8_000;
    private static final double CUTOFF = 3_800.0;
    private static final double HALF_WIDTH_SECONDS = 0.0030;
    private static final double KAISER_BETA = 7.0;

    private final int up;
    private final int down;
    private final int half;
    private final float[][] phases;

    private Resampler(int rate) {
        int divisor = BigInteger.valueOf(rate).gcd(BigInteger.valueOf(TARGET)).intValue();
        this.up = TARGET / divisor;
        this.down = rate / divisor;
        this.half = (int) Math.ceil(HALF_WIDTH_SECONDS * rate);
        this.phases = new float[up][];
        for (int phase = 0; phase < up; phase++) {
            phases[phase] = taps(rate, (double) phase / up);
        }
    }

    static float[] to8000(float[] samples, int rate) {
        return rate == TARGET ? samples : new Resampler(rate).resample(samples);
    }

    private float[] resample(float[] in) {
        int length = (int) Math.max(1, (long) in.length * up / down);
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            long position = (long) i * down;
            int centre = (int) (position / up);
            float[] taps = phases[(int) (position % up)];
            double sum = 0;
            for (int k = Math.max(-half, -centre); k <= half && centre + k < in.length; k++) {
                sum += in[centre + k] * taps[k + half];
            }
            out[i] = (float) sum;
        }
        return out;
    }

    /** The filter's values at the input samples around an output sample that lies {@code fraction} after the middle one. */
    private float[] taps(int rate, double fraction) {
        double[] taps = new double[2 * half + 1];
        double gain = 0;
        for (int k = -half; k <= half; k++) {
            double seconds = (k - fraction) / rate;
            double x = 2 * CUTOFF * seconds;
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double edge = seconds / HALF_WIDTH_SECONDS;
            double window =
                    edge * edge >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - edge * edge)) / bessel(KAISER_BETA);
            taps[k + half] = sinc * window;
            gain += taps[k + half];
        }
        float[] scaled = new float[taps.length];
        for (int i = 0; i < taps.length; i++) {
            scaled[i] = (float) (taps[i] / gain);
        }
        return scaled;
    }

    /** Modified Bessel function of the first kind, order zero, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int n = 1; term > sum * 1e-12; n++) {
            term *= (x / 2 / n) * (x / 2 / n);
            sum += term;
        }
        return sum;
    }
}
