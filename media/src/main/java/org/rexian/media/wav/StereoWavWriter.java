package org.rexian.media.wav;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A stereo WAV file, 8 kHz, 16 bits, that is valid after every {@link #write}: if the process dies, what was written plays.
 * Samples are addressed by their frame, so that a gap is silence. Never writes over an existing file. One thread.
 */
public final class StereoWavWriter implements Closeable {

    static final int HEADER_BYTES = 44;
    private static final int FRAME_BYTES = 4;
    private static final int RATE = 8_000;
    private static final long MAX_FRAMES = (0xffffffffL - HEADER_BYTES) / FRAME_BYTES;

    private final FileChannel channel;
    private final ByteBuffer header = ByteBuffer.allocateDirect(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer frames = ByteBuffer.allocateDirect(32_768).order(ByteOrder.LITTLE_ENDIAN);
    private long length;

    public StereoWavWriter(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            writeHeader();
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Writes {@code count} frames from {@code firstFrame} of the recording on. What lies past 4 GB (37 hours) is left out. */
    public void write(long firstFrame, short[] left, short[] right, int count) throws IOException {
        long position = firstFrame;
        int done = 0;
        while (done < count && position < MAX_FRAMES) {
            int some = Math.min(count - done, frames.capacity() / FRAME_BYTES);
            frames.clear();
            for (int i = done; i < done + some; i++) {
                frames.putShort(left[i]).putShort(right[i]);
            }
            writeAt(frames.flip(), HEADER_BYTES + position * FRAME_BYTES);
            done += some;
            position += some;
        }
        length = Math.max(length, position);
        writeHeader();
    }

    private void writeHeader() throws IOException {
        int data = (int) (length * FRAME_BYTES);
        header.clear();
        header.putInt(0x46464952).putInt(data + HEADER_BYTES - 8).putInt(0x45564157); // RIFF WAVE
        header.putInt(0x20746d66).putInt(16).putShort((short) 1).putShort((short) 2); // fmt
        header.putInt(RATE)
                .putInt(RATE * FRAME_BYTES)
                .putShort((short) FRAME_BYTES)
                .putShort((short) 16);
        header.putInt(0x61746164).putInt(data); // data
        writeAt(header.flip(), 0);
    }

    private void writeAt(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
