package org.rexian.ivr.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at the head of a WAV file: RIFF chunks, little-endian. */
final class WavFormat {

    private static final int HEAD = 4_096;
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    private WavFormat() {}

    /** What is wrong with it; empty if it can be played. */
    static Optional<String> complaint(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return complaint(ByteBuffer.wrap(in.readNBytes(HEAD)).order(ByteOrder.LITTLE_ENDIAN), Files.size(file));
        } catch (IOException e) {
            return Optional.of("can't be read");
        }
    }

    private static Optional<String> complaint(ByteBuffer head, long size) {
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
