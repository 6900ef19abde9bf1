package org.rexian.harness.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WAV file of 16-bit PCM in memory, whole. Reading takes files whose header was never finished (length 0 or too long, as a recorder
 * leaves them when its process dies): the samples are then what is in the file.
 *
 * @param rate samples a second
 * @param channels one array of samples a channel
 */
@SuppressWarnings("ArrayRecordComponent") // Test audio, written once and never compared as a record.
public record WavFile(int rate, short[][] channels) {
    private static final int HEADER = 44;
    private static final int PCM = 1;

    /** @throws IllegalArgumentException when it is no WAV of 16-bit PCM */
    public static WavFile read(Path file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (in.remaining() < HEADER || in.getInt(0) != 0x46464952 || in.getInt(8) != 0x45564157) {
                throw new IllegalArgumentException(file + " is no WAV file");
            }
            return chunks(file, in.position(12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WavFile chunks(Path file, ByteBuffer in) {
        int rate = 0;
        int channels = 0;
        while (in.remaining() >= 8) {
            int name = in.getInt();
            int length = in.getInt();
            if (name == 0x61746164) { // "data"
                int present = length <= 0 || length > in.remaining() ? in.remaining() : length;
                return samples(file, in, rate, channels, present);
            }
            if (name == 0x20746d66) { // "fmt "
                int at = in.position();
                if (in.getShort(at) != PCM || in.getShort(at + 14) != 16) {
                    throw new IllegalArgumentException(file + " is not 16-bit PCM");
                }
                channels = in.getShort(at + 2);
                rate = in.getInt(at + 4);
            }
            in.position(Math.min(in.limit(), in.position() + length + (length & 1)));
        }
        throw new IllegalArgumentException(file + " holds no samples");
    }

    private static WavFile samples(Path file, ByteBuffer in, int rate, int channels, int bytes) {
        if (channels < 1) {
            throw new IllegalArgumentException(file + " has its samples before its format");
        }
        short[][] samples = new short[channels][bytes / 2 / channels];
        for (int i = 0; i < samples[0].length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[channel][i] = in.getShort();
            }
        }
        return new WavFile(rate, samples);
    }

    /** Writes mono samples at 8,000 a second. */
    public static void write(Path file, short[]... parts) {
        int count = 0;
        for (short[] part : parts) {
            count += part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER + count * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46464952)
                .putInt(36 + count * 2)
                .putInt(0x45564157)
                .putInt(0x20746d66)
                .putInt(16);
        out.putShort((short) PCM).putShort((short) 1).putInt(Tone.RATE).putInt(Tone.RATE * 2);
        out.putShort((short) 2).putShort((short) 16).putInt(0x61746164).putInt(count * 2);
        for (short[] part : parts) {
            for (short sample : part) {
                out.putShort(sample);
            }
        }
        try {
            Files.write(file, out.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The length in milliseconds. */
    public long millis() {
        return channels[0].length * 1000L / rate;
    }

    /** A meter on one channel, 0 being left or the only one. */
    public ToneMeter meter(int channel) {
        return new ToneMeter(channels[channel], rate);
    }
}
