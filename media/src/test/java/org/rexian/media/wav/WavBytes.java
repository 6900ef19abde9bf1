package org.rexian.media.wav;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rexian.media.AudioCodec;
import org.rexian.media.codec.G711;

/** WAV files as tests want them. */
public final class WavBytes {

    private WavBytes() {}

    /** The same samples on every channel. {@code tag}: 1 PCM, 3 float, 6 A-law, 7 µ-law. */
    public static byte[] of(int tag, int bits, int channels, int rate, short[] samples) {
        int data = samples.length * channels * bits / 8;
        ByteBuffer wav = ByteBuffer.allocate(56 + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(48 + data).put("WAVE".getBytes(US_ASCII));
        wav.put("LIST".getBytes(US_ASCII)).putInt(3).put(new byte[] {1, 2, 3, 0}); // an odd chunk to be stepped over
        wav.put("fmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate);
        wav.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        wav.put("data".getBytes(US_ASCII)).putInt(data);
        for (short sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                put(wav, tag, bits, sample);
            }
        }
        return wav.array();
    }

    public static Path write(Path file, short[] samples) throws IOException {
        return Files.write(file, of(1, 16, 1, 8_000, samples));
    }

    private static void put(ByteBuffer wav, int tag, int bits, short sample) {
        switch (tag) {
            case 3 -> wav.putFloat(sample / 32_768f);
            case 6 -> wav.put(G711.encode(AudioCodec.PCMA, sample));
            case 7 -> wav.put(G711.encode(AudioCodec.PCMU, sample));
            default -> {
                switch (bits) {
                    case 8 -> wav.put((byte) ((sample >> 8) + 128));
                    case 24 -> wav.put((byte) 0).putShort(sample);
                    case 32 -> wav.putInt(sample << 16);
                    default -> wav.putShort(sample);
                }
            }
        }
    }
}
