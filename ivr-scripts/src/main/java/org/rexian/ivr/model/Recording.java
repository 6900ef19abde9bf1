package org.rexian.ivr.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What one pass over a recording's file finds.
 *
 * @param checksum over all its bytes: 64 bits of two cyclic codes, which the processor computes; it tells versions apart, and proves
 *     nothing to somebody who wants two files to look alike
 * @param complaint why it can't be played; empty if it can
 */
public record Recording(long size, long checksum, Optional<String> complaint) {

    private static final int BUFFER_BYTES = 256 * 1024;

    /** A buffer for {@link #read}: one for all files of a folder. */
    public static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BUFFER_BYTES);
    }

    /** Reads the file through the buffer, whose content is lost. */
    public static Recording read(Path file, ByteBuffer buffer) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            CRC32 crc = new CRC32();
            CRC32C castagnoli = new CRC32C();
            Optional<String> complaint = Optional.empty();
            long size = channel.size();
            long read = 0;
            while (fill(channel, buffer.clear())) {
                buffer.flip();
                if (read == 0) {
                    complaint = WavFormat.complaint(buffer, size);
                }
                read += buffer.remaining();
                crc.update(buffer.duplicate());
                castagnoli.update(buffer);
            }
            Optional<String> found = read == 0 ? WavFormat.complaint(buffer.flip(), 0) : complaint;
            return new Recording(read, crc.getValue() << 32 | castagnoli.getValue(), found);
        } catch (IOException e) {
            return new Recording(0, 0, Optional.of("can't be read"));
        }
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer);
        }
        return buffer.position() > 0;
    }
}
