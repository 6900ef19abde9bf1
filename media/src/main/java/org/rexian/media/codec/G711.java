package org.rexian.media.codec;

import java.nio.ByteBuffer;
import org.rexian.media.AudioCodec;

/**
 * PCMU and PCMA (ITU-T G.711) by table, 8 kHz, one octet a sample, linear side 16 bits. The tables are shared and never
 * written to after start-up.
 */
public final class G711 {

    /** What digital silence is in each law. */
    private static final byte ULAW_SILENCE = (byte) 0xff;

    private static final byte ALAW_SILENCE = (byte) 0xd5;

    private static final short[] ULAW_TO_LINEAR = new short[256];
    private static final short[] ALAW_TO_LINEAR = new short[256];
    private static final byte[] LINEAR_TO_ULAW = new byte[65_536];
    private static final byte[] LINEAR_TO_ALAW = new byte[65_536];
    private static final byte[] ULAW_TO_ALAW = new byte[256];
    private static final byte[] ALAW_TO_ULAW = new byte[256];

    static {
        for (int octet = 0; octet < 256; octet++) {
            ULAW_TO_LINEAR[octet] = expandUlaw(octet);
            ALAW_TO_LINEAR[octet] = expandAlaw(octet);
        }
        for (int i = 0; i < LINEAR_TO_ULAW.length; i++) {
            LINEAR_TO_ULAW[i] = compressUlaw((short) i);
            LINEAR_TO_ALAW[i] = compressAlaw((short) i);
        }
        for (int octet = 0; octet < 256; octet++) {
            ULAW_TO_ALAW[octet] = encode(AudioCodec.PCMA, ULAW_TO_LINEAR[octet]);
            ALAW_TO_ULAW[octet] = encode(AudioCodec.PCMU, ALAW_TO_LINEAR[octet]);
        }
    }

    private G711() {}

    public static short decode(AudioCodec codec, byte octet) {
        return toLinear(codec)[octet & 0xff];
    }

    public static byte encode(AudioCodec codec, short linear) {
        int index = linear & 0xffff;
        return switch (codec) {
            case PCMU -> LINEAR_TO_ULAW[index];
            case PCMA -> LINEAR_TO_ALAW[index];
        };
    }

    public static byte silence(AudioCodec codec) {
        return switch (codec) {
            case PCMU -> ULAW_SILENCE;
            case PCMA -> ALAW_SILENCE;
        };
    }

    /** 256 linear values by octet; not to be written to. */
    public static short[] toLinear(AudioCodec codec) {
        return switch (codec) {
            case PCMU -> ULAW_TO_LINEAR;
            case PCMA -> ALAW_TO_LINEAR;
        };
    }

    /** 256 octets of the other law by octet of {@code from}; not to be written to. */
    public static byte[] toOtherLaw(AudioCodec from) {
        return switch (from) {
            case PCMU -> ULAW_TO_ALAW;
            case PCMA -> ALAW_TO_ULAW;
        };
    }

    /** All samples in one law; the array is the caller's. */
    public static byte[] encode(AudioCodec codec, short[] linear) {
        byte[] octets = new byte[linear.length];
        for (int i = 0; i < linear.length; i++) {
            octets[i] = encode(codec, linear[i]);
        }
        return octets;
    }

    /** The first {@code count} of {@code linear}, held within 16 bits, to {@code offset}. */
    public static void encode(AudioCodec codec, int[] linear, int count, ByteBuffer out, int offset) {
        byte[] table = codec == AudioCodec.PCMU ? LINEAR_TO_ULAW : LINEAR_TO_ALAW;
        for (int i = 0; i < count; i++) {
            int held = Math.clamp(linear[i], Short.MIN_VALUE, Short.MAX_VALUE);
            out.put(offset + i, table[held & 0xffff]);
        }
    }

    private static short expandUlaw(int octet) {
        int inverted = ~octet & 0xff;
        int magnitude = ((((inverted & 0x0f) << 3) + 0x84) << (inverted >> 4 & 7)) - 0x84;
        return (short) ((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static short expandAlaw(int octet) {
        int even = octet ^ 0x55;
        int segment = even >> 4 & 7;
        int step = (even & 0x0f) << 4;
        int magnitude = segment == 0 ? step + 8 : (step + 0x108) << (segment - 1);
        return (short) ((even & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static byte compressUlaw(int linear) {
        int sign = linear < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(linear), 32_635) + 0x84;
        int segment = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = magnitude >> (segment + 3) & 0x0f;
        return (byte) ~(sign | segment << 4 | mantissa);
    }

    private static byte compressAlaw(int linear) {
        int sign = linear >= 0 ? 0x80 : 0;
        int magnitude = Math.min(linear >= 0 ? linear : ~linear, 32_767);
        int segment = Math.max(0, 31 - Integer.numberOfLeadingZeros(magnitude | 1) - 7);
        int mantissa = segment == 0 ? magnitude >> 4 : magnitude >> (segment + 3) & 0x0f;
        return (byte) ((sign | segment << 4 | (mantissa & 0x0f)) ^ 0x55);
    }
}
