package org.rexian.ivr.hotline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WAV file of 16-bit PCM, read by its chunks. */
record Wav(int channels, int rate, int bits, ShortBuffer samples) {

    private static final int RIFF = 0x46464952;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;

    static Wav read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != RIFF) throw new IOException(file + " is no RIFF file");
        int format = chunk(bytes, FMT, file);
        int data = chunk(bytes, DATA, file);
        if (bytes.getShort(format + 8) != 1) throw new IOException(file + " is not PCM");
        ShortBuffer samples = bytes.slice(data + 8, bytes.getInt(data + 4))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        return new Wav(bytes.getShort(format + 10), bytes.getInt(format + 12), bytes.getShort(format + 22), samples);
    }

    private static int chunk(ByteBuffer bytes, int name, Path file) throws IOException {
        for (int at = 12; at + 8 <= bytes.limit(); at += 8 + bytes.getInt(at + 4)) {
            if (bytes.getInt(at) == name) return at;
        }
        throw new IOException(file + " is incomplete");
    }
}
