package org.rexian.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A sine tone as a WAV file: 8 kHz, 16 bit, one channel. */
final class Tone {

    private static final int RATE = 8_000;

    private Tone() {}

    static void write(Path file, int hertz, int millis) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] samples = new byte[RATE * millis / 1_000 * 2];
        for (int i = 0; i < samples.length / 2; i++) {
            int value = (int) (8_000 * Math.sin(2 * Math.PI * hertz * i / RATE));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream audio =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
