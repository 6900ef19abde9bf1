package org.rexian.harness.audio;

import java.util.Arrays;

/**
 * How loud one frequency is in a stretch of audio, by Goertzel's algorithm over windows of 100 ms. Levels are dBFS: 0 is the loudest
 * sine that fits, −120 stands for nothing at all.
 */
public final class ToneMeter {
    /** What is below this is silence to us: far under any prompt, above the rounding noise of G.711. */
    public static final double SILENCE_DBFS = -55;

    private static final double FLOOR_DBFS = -120;
    private static final int WINDOW_MILLIS = 100;

    private final short[] samples;
    private final int rate;

    public ToneMeter(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /** The part from {@code fromMillis} to {@code toMillis}, cut at the end of what there is. */
    public ToneMeter part(long fromMillis, long toMillis) {
        int from = (int) Math.min(samples.length, fromMillis * rate / 1000);
        int to = Math.clamp(toMillis * rate / 1000, from, samples.length);
        return new ToneMeter(Arrays.copyOfRange(samples, from, to), rate);
    }

    public long millis() {
        return samples.length * 1000L / rate;
    }

    /** The level of {@code hertz} over the whole. */
    public double level(double hertz) {
        return goertzel(0, samples.length, hertz);
    }

    /** The level of {@code hertz} in its loudest window: finds a tone that sounds for only a part of the time. */
    public double loudest(double hertz) {
        double loudest = FLOOR_DBFS;
        for (int from = 0; from + window() <= samples.length; from += window()) {
            loudest = Math.max(loudest, goertzel(from, window(), hertz));
        }
        return loudest;
    }

    /** For how long {@code hertz} was there, at {@code dbfs} or above, in steps of 100 ms. */
    public long millisAbove(double hertz, double dbfs) {
        long windows = 0;
        for (int from = 0; from + window() <= samples.length; from += window()) {
            windows += goertzel(from, window(), hertz) >= dbfs ? 1 : 0;
        }
        return windows * WINDOW_MILLIS;
    }

    /** The loudest of the frequencies from 100 to 3,900 Hz in steps of 10; 0 when all is silence. */
    public int dominantHertz() {
        int dominant = 0;
        double loudest = SILENCE_DBFS;
        for (int hertz = 100; hertz <= 3900; hertz += 10) {
            double level = level(hertz);
            if (level > loudest) {
                loudest = level;
                dominant = hertz;
            }
        }
        return dominant;
    }

    /** The level of everything together, on the same scale (a full-scale sine is 0). */
    public double totalLevel() {
        double energy = 0;
        for (short sample : samples) {
            energy += (double) sample * sample;
        }
        return samples.length == 0 ? FLOOR_DBFS : dbfs(Math.sqrt(2 * energy / samples.length));
    }

    public boolean silent() {
        return totalLevel() < SILENCE_DBFS;
    }

    private int window() {
        return rate * WINDOW_MILLIS / 1000;
    }

    private double goertzel(int from, int count, double hertz) {
        double turn = 2 * Math.PI * hertz / rate;
        double coefficient = 2 * Math.cos(turn);
        double last = 0;
        double beforeLast = 0;
        for (int i = from; i < from + count; i++) {
            double now = samples[i] + coefficient * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return count == 0 ? FLOOR_DBFS : dbfs(2 * Math.sqrt(Math.max(0, power)) / count);
    }

    private static double dbfs(double amplitude) {
        return amplitude <= 0 ? FLOOR_DBFS : Math.max(FLOOR_DBFS, 20 * Math.log10(amplitude / Short.MAX_VALUE));
    }
}
