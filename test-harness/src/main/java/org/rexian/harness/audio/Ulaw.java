package org.rexian.harness.audio;

/** ITU-T G.711 µ-law, written apart from the engine's so that one's mistake does not hide the other's. */
public final class Ulaw {
    private static final int BIAS = 0x84;
    private static final int CLIP = 32_635;

    private Ulaw() {}

    public static byte encode(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs((int) sample), CLIP) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }

    public static short decode(byte code) {
        int value = ~code & 0xFF;
        int magnitude = ((((value & 0x0F) << 3) + BIAS) << ((value & 0x70) >> 4)) - BIAS;
        return (short) ((value & 0x80) == 0 ? magnitude : -magnitude);
    }

    public static byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }
}
