package org.rexian.ivr.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Looks at the head of a WAV file: RIFF chunks, little-endian. */
final class WavFormat {

    /** So much of the file is looked at. */
    static final int HEAD = 4_096;

    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    private WavFormat() {}

    /** What is wrong with a file of that size that begins so; empty if it can be played. */
    static Optional<String> complaint(ByteBuffer bytes, long size) {
        ByteBuffer head =
                bytes.slice(bytes.position(), Math.min(HEAD, bytes.remaining())).order(ByteOrder.LITTLE_ENDIAN);
        if (head.remaining() < 44
                || !tag(head, 0).equals("RIFF")
                || !tag(head, 8).equals("WAVE")) {
            return Optional.of("is no WAV file");
        }
        Optional<String> format = Optional.of("has no format");
        int at = 12;
        while (at + 8 <= head.limit()) {
            String tag = tag(head, at);
            long length = Integer.toUnsignedLong(head.getInt(at + 4));
            if (tag.equals("fmt ") && at + 24 <= head.limit()) {
                format = format(head, at + 8);
            }
            if (tag.equals("data")) {
                return length == 0 || at + 8 >= size ? Optional.of("is empty") : format;
            }
            if (length > HEAD) {
                break;
            }
            at += 8 + (int) (length + (length & 1));
        }
        return Optional.of("has no sound in it");
    }

    private static Optional<String> format(ByteBuffer head, int at) {
        int coding = Short.toUnsignedInt(head.getShort(at));
        int channels = Short.toUnsignedInt(head.getShort(at + 2));
        int rate = head.getInt(at + 4);
        int bits = Short.toUnsignedInt(head.getShort(at + 14));
        if ((coding != PCM && coding != EXTENSIBLE) || bits != 16) {
            return Optional.of("is not 16-bit PCM");
        }
        if (channels != 1) {
            return Optional.of("has " + channels + " channels");
        }
        return rate < 8_000 || rate > 48_000 ? Optional.of("has " + rate + " samples a second") : Optional.empty();
    }

    private static String tag(ByteBuffer head, int at) {
        byte[] bytes = new byte[4];
        head.get(at, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
