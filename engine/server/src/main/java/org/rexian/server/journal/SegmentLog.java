package org.rexian.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.rexian.acd.bytes.BytesOut;

/**
 * Writes one log: records gather in memory until {@link #commit}, which hands them to the system in one write and, under
 * {@link Fsync.Mode#ALWAYS}, to the disk. One thread writes; {@link #settle} may run on another, and is what forces under the
 * other policies.
 *
 * <p>After an exception the log is broken: whoever goes on begins another one behind the last committed record.
 */
public final class SegmentLog {

    /** A segment that has grown past this is the last one's predecessor. */
    static final long ROTATE_BYTES = 16L << 20;

    private static final int KEEP_BUFFER = 1 << 20;

    private record Retired(SegmentFiles.Output file, long last) {}

    private final LogFolder folder;
    private final Fsync fsync;
    private final SegmentFiles files;
    private final LongSupplier clock;
    private final long rotateBytes;
    private final CRC32C crc = new CRC32C();
    private final Queue<Retired> retired = new ConcurrentLinkedQueue<>();
    private BytesOut buffer = new BytesOut(1 << 16);
    private volatile SegmentFiles.Output file;
    private volatile long committed;
    private volatile long settled;
    private long sequence;
    private long fileBytes;
    private int recordAt;

    /**
     * Begins a segment.
     *
     * @param next sequence of the first record
     * @param previous the last record that lies in a segment before; {@code next - 1}, or less where some were never written
     */
    SegmentLog(
            LogFolder folder,
            long next,
            long previous,
            Fsync fsync,
            SegmentFiles files,
            LongSupplier clock,
            long rotateBytes)
            throws IOException {
        this.folder = folder;
        this.fsync = fsync;
        this.files = files;
        this.clock = clock;
        this.rotateBytes = rotateBytes;
        this.sequence = next - 1;
        this.committed = sequence;
        this.settled = sequence;
        Files.createDirectories(folder.path());
        this.file = create(previous);
        file.force();
        folder.force();
    }

    /**
     * A log on the disk that is forced when its writer says so, and never rotates.
     *
     * @param next sequence of the first record
     */
    public static SegmentLog begin(LogFolder folder, long next, LongSupplier clock) throws IOException {
        return new SegmentLog(folder, next, next - 1, Fsync.OS, SegmentFiles.DISK, clock, Long.MAX_VALUE);
    }

    private SegmentFiles.Output create(long previous) throws IOException {
        SegmentFiles.Output begun = files.create(folder.segment(sequence + 1));
        byte[] header = SegmentHeader.of(folder.content(), sequence + 1, previous, clock.getAsLong())
                .bytes();
        begun.write(header, header.length);
        fileBytes = header.length;
        return begun;
    }

    /** Where the payload of the next record goes; {@link #end} completes it. */
    public BytesOut begin() {
        recordAt = buffer.length();
        sequence++;
        long behind = Math.min(Integer.MAX_VALUE, sequence - settled);
        return buffer.fixed(0).fixed(0).fixed(sequence).fixed((int) behind);
    }

    /** The record is complete, in memory. */
    public void end() {
        int checked = recordAt + 8;
        buffer.setFixed(recordAt, buffer.length() - recordAt - Records.Version1.HEAD);
        crc.reset();
        crc.update(buffer.array(), checked, buffer.length() - checked);
        buffer.setFixed(recordAt + 4, (int) crc.getValue());
    }

    /** Writes what has gathered; how many bytes. */
    public int commit() throws IOException {
        int bytes = buffer.length();
        if (bytes == 0) {
            return 0;
        }
        file.write(buffer.array(), bytes);
        fileBytes += bytes;
        committed = sequence;
        if (buffer.array().length > KEEP_BUFFER) {
            buffer = new BytesOut(1 << 16);
        }
        buffer.cut(0);
        if (fsync.mode() == Fsync.Mode.ALWAYS) {
            settle();
        }
        if (fileBytes >= rotateBytes) {
            rotate();
        }
        return bytes;
    }

    private void rotate() throws IOException {
        retired.add(new Retired(file, sequence));
        file = create(sequence);
        if (fsync.mode() == Fsync.Mode.ALWAYS) {
            settle();
        }
    }

    /** Forces what is committed to the disk, and closes segments that are full. Any thread. */
    @SuppressWarnings("ReferenceEquality") // the very file
    public synchronized void settle() throws IOException {
        SegmentFiles.Output current = file;
        long upTo = committed;
        settleFull();
        if (current == file && upTo > settled) { // else it became full a moment ago: next time
            current.force();
            settled = Math.max(settled, upTo);
        }
    }

    /** Forces and closes segments that are full, and nothing else. Any thread. */
    synchronized void settleFull() throws IOException {
        boolean some = false;
        for (Retired full = retired.poll(); full != null; full = retired.poll()) {
            full.file.force();
            full.file.close();
            settled = Math.max(settled, full.last);
            some = true;
        }
        if (some) {
            file.force();
            folder.force(); // the name of the segment that came after
        }
    }

    /** Last record that the system has. */
    long committed() {
        return committed;
    }

    /** Last record that the disk has for sure. */
    long settled() {
        return settled;
    }

    /** The last record that was begun. */
    public long sequence() {
        return sequence;
    }

    /** Forces and closes everything. */
    void close() throws IOException {
        settle();
        file.close();
    }

    /** Lets go of the files, whatever is in them. */
    public void abandon() {
        retired.forEach(full -> closeQuietly(full.file));
        closeQuietly(file);
    }

    private static void closeQuietly(SegmentFiles.Output file) {
        try {
            file.close();
        } catch (IOException e) {
            // it was broken before: that is why it is let go
        }
    }
}
