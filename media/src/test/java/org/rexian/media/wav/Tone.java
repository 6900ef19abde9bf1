package org.rexian.media.wav;

/** Makes tones, and measures them by Goertzel's algorithm. */
public final class Tone {

    private Tone() {}

    public static short[] sine(double hertz, double amplitude, int rate, int samples) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return tone;
    }

    /** The amplitude of one frequency in 8 kHz audio. */
    public static double amplitude(short[] samples, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / 8_000);
        double before = 0;
        double last = 0;
        for (short sample : samples) {
            double next = sample + coefficient * last - before;
            before = last;
            last = next;
        }
        double power = last * last + before * before - coefficient * last * before;
        return 2 * Math.sqrt(Math.max(0, power)) / samples.length;
    }
}
