package org.rexian.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rexian.acd.bytes.Malformed;

/** A segment in memory, as a whole: they are small. */
final class Segment {

    /** What rotation never comes near: such a file is not ours. */
    private static final long LARGEST = 512L << 20;

    private final Path file;
    private final SegmentHeader header;
    private final byte[] bytes;

    private Segment(Path file, SegmentHeader header, byte[] bytes) {
        this.file = file;
        this.header = header;
        this.bytes = bytes;
    }

    static Segment read(Path file) throws IOException, Malformed {
        byte[] bytes = bytesOf(file);
        return new Segment(file, SegmentHeader.read(bytes, bytes.length), bytes);
    }

    static byte[] bytesOf(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new IOException(file + " has " + size + " bytes, too many for a segment of a log");
        }
        return Files.readAllBytes(file);
    }

    Path file() {
        return file;
    }

    SegmentHeader header() {
        return header;
    }

    /** The whole file, header included; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
