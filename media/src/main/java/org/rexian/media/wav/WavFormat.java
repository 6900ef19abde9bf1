package org.rexian.media.wav;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.rexian.media.AudioCodec;
import org.rexian.media.codec.G711;

/** The contents of a {@code fmt } chunk that we can read. */
record WavFormat(Encoding encoding, int channels, int rate, int bits) {

    /** By the format's tag. */
    enum Encoding {
        PCM(1),
        FLOAT(3),
        ALAW(6),
        ULAW(7);

        private final int tag;

        Encoding(int tag) {
            this.tag = tag;
        }

        static Optional<Encoding> of(int tag) {
            for (Encoding encoding : values()) {
                if (encoding.tag == tag) {
                    return Optional.of(encoding);
                }
            }
            return Optional.empty();
        }
    }

    private static final int EXTENSIBLE = 0xfffe;

    /** The tag, or the one that an extensible format hides. */
    static int tag(ByteBuffer chunk) {
        int tag = chunk.getShort(0) & 0xffff;
        return tag == EXTENSIBLE && chunk.limit() >= 26 ? chunk.getShort(24) & 0xffff : tag;
    }

    static Optional<WavFormat> read(ByteBuffer chunk) {
        return Encoding.of(tag(chunk))
                .map(encoding -> new WavFormat(
                        encoding, chunk.getShort(2) & 0xffff, chunk.getInt(4), chunk.getShort(14) & 0xffff));
    }

    boolean supported() {
        boolean width = switch (encoding) {
            case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
            case FLOAT -> bits == 32;
            case ALAW, ULAW -> bits == 8;
        };
        return width && (channels == 1 || channels == 2) && rate >= 8_000 && rate <= 192_000;
    }

    int frameBytes() {
        return channels * bits / 8;
    }

    /** One sample of one channel, −32768 to 32767, fractions kept. */
    float sample(ByteBuffer data, int at) {
        return switch (encoding) {
            case ALAW -> G711.decode(AudioCodec.PCMA, data.get(at));
            case ULAW -> G711.decode(AudioCodec.PCMU, data.get(at));
            case FLOAT -> data.getFloat(at) * 32_768f;
            case PCM ->
                switch (bits) {
                    case 8 -> ((data.get(at) & 0xff) - 128) * 256f; // the one width that is unsigned
                    case 16 -> data.getShort(at);
                    case 24 -> ((data.get(at) & 0xff) | data.getShort(at + 1) << 8) / 256f;
                    default -> data.getInt(at) / 65_536f;
                };
        };
    }

    @Override
    public String toString() {
        return encoding + ", " + bits + " bits, " + channels + " channels, " + rate + " Hz";
    }
}
