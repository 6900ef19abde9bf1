package org.rexian.harness.audio;

/** Test sounds as 16-bit samples at 8,000 a second. */
public final class Tone {
    /** Samples a second of everything here. */
    public static final int RATE = 8000;

    private Tone() {}

    /** A sine. {@code dbfs} is its level as {@link ToneMeter} measures it: 0 is the loudest sine there can be. */
    public static short[] sine(double hertz, double dbfs, int millis) {
        short[] samples = new short[RATE * millis / 1000];
        double amplitude = Short.MAX_VALUE * Math.pow(10, dbfs / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return samples;
    }

    public static short[] silence(int millis) {
        return new short[RATE * millis / 1000];
    }
}
