package org.rexian.server.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.Malformed;
import org.rexian.server.journal.LogFolder.Numbered;

/**
 * Reads the records of a log from some sequence on, in order, and says how it ends. A record that can't be read is the torn tail
 * of a crash where nothing behind it shows that it had been on the disk; else it is damage, and nothing behind it may be used.
 */
public final class LogReader {

    /** Takes one record. */
    public interface Visitor {

        /** @throws Malformed where the payload is not what it should be */
        void record(long sequence, BytesIn payload) throws Malformed;
    }

    /** How a log ends. */
    public sealed interface End {

        /** The last record that was read, or what {@code read} was told to begin behind. */
        long last();

        /** With its last record. */
        record Whole(long last) implements End {}

        /**
         * With a record that a crash left incomplete.
         *
         * @param bytes how many are unreadable
         * @param records whole records behind it, which are of no use without it
         */
        record Torn(long last, Path file, long offset, String reason, long bytes, long records) implements End {}

        /** The disk had refused records for a while before {@code resumed}, and no snapshot bridges that. */
        record Gap(long last, Path file, long resumed, long records) implements End {}

        /** Damaged in the middle, or a file is missing: {@code reason} says what and what to do. */
        record Corrupt(long last, Path file, long offset, String reason) implements End {}
    }

    private final List<Numbered> files;
    private final long after;
    private final Visitor visitor;

    /** The last record that was met, be it one that nobody asked for. */
    private long seen;

    private LogReader(List<Numbered> files, long after, Visitor visitor) {
        this.files = files;
        this.after = after;
        this.visitor = visitor;
        this.seen = after;
    }

    /** Reads every record whose sequence is above {@code after}. */
    public static End read(LogFolder folder, long after, Visitor visitor) throws IOException {
        List<Numbered> files = new ArrayList<>(folder.segments());
        while (files.size() > 1 && files.get(1).sequence() <= after + 1) {
            files.removeFirst();
        }
        return new LogReader(files, after, visitor).read();
    }

    /** Reads one segment by itself, whatever surrounds it. */
    public static End readFile(Path file, Visitor visitor) throws IOException {
        try {
            long first = Segment.read(file).header().first();
            return new LogReader(List.of(new Numbered(file, first)), first - 1, visitor).read();
        } catch (Malformed e) {
            return new End.Corrupt(0, file, e.offset(), e.reason());
        }
    }

    private End read() throws IOException {
        for (int i = 0; i < files.size(); i++) {
            Optional<End> end = segment(i);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return new End.Whole(last());
    }

    private long last() {
        return Math.max(seen, after);
    }

    private Optional<End> segment(int index) throws IOException {
        Path file = files.get(index).file();
        Segment segment;
        try {
            segment = Segment.read(file);
        } catch (Malformed e) {
            return Optional.of(unreadable(index, Segment.bytesOf(file), 0, e.reason()));
        }
        SegmentHeader header = segment.header();
        if (header.first() > seen + 1) {
            return Optional.of(missing(index, segment));
        }
        if (index == 0) {
            seen = header.first() - 1;
        }
        return records(index, segment);
    }

    private Optional<End> records(int index, Segment segment) throws IOException {
        byte[] bytes = segment.bytes();
        Records records = Records.of(segment.header().version());
        int at = SegmentHeader.LENGTH;
        for (; records.read(bytes, at, bytes.length); at = records.next) {
            if (records.sequence != seen + 1) {
                String reason = "record " + (seen + 1) + " is missing, " + records.sequence + " stands in its place";
                return Optional.of(corrupt(segment.file(), at, reason));
            }
            try {
                if (records.sequence > after) {
                    visitor.record(records.sequence, records.payload(bytes));
                }
            } catch (Malformed e) {
                String reason = "record " + records.sequence + ": " + e.reason();
                return Optional.of(corrupt(segment.file(), e.offset(), reason));
            }
            seen = records.sequence;
        }
        boolean whole = at == bytes.length || continued(index);
        return whole
                ? Optional.empty()
                : Optional.of(unreadable(index, bytes, at, records.problem(bytes, at, bytes.length)));
    }

    /** The next segment says that it begins where this one ends: what lies between was given up when it was begun. */
    private boolean continued(int index) throws IOException {
        if (index + 1 == files.size()) {
            return false;
        }
        try {
            return Segment.read(files.get(index + 1).file()).header().previous() == seen;
        } catch (Malformed e) {
            return false; // its turn comes
        }
    }

    private End missing(int index, Segment segment) throws IOException {
        SegmentHeader header = segment.header();
        if (header.previous() == seen) {
            Behind behind = behind(index, segment.bytes(), 0);
            return new End.Gap(last(), segment.file(), header.first(), behind.records());
        }
        String reason = "it begins with record " + header.first() + ", but the one before ends with " + seen
                + ": a file is missing";
        return corrupt(segment.file(), 0, reason);
    }

    private End unreadable(int index, byte[] bytes, int at, String reason) throws IOException {
        Path file = files.get(index).file();
        Behind behind = behind(index, bytes, at);
        return behind.settled() > seen
                ? corrupt(file, at, reason + ", though it was on the disk before record " + behind.witness())
                : new End.Torn(last(), file, at, reason, behind.bytes(), behind.records());
    }

    private End corrupt(Path file, long offset, String reason) {
        return new End.Corrupt(last(), file, offset, reason);
    }

    private Behind behind(int index, byte[] first, int from) throws IOException {
        Behind behind = new Behind(seen);
        behind.look(first, from);
        for (Numbered file : files.subList(index + 1, files.size())) {
            behind.look(Segment.bytesOf(file.file()), 0);
        }
        return behind;
    }
}
