package org.rexian.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;
import org.rexian.call.CallRecord;
import org.rexian.server.journal.Content;
import org.rexian.server.journal.LogFolder;
import org.rexian.server.journal.LogFolder.Numbered;
import org.rexian.server.journal.LogReader;
import org.rexian.server.journal.SegmentLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which calls have begun and have no record yet, on the disk: after a crash they get one that says so. A call is there some two
 * milliseconds after it has begun; it goes when its record is written. From time to time the calls in progress are written into a
 * new file, and the old ones go.
 *
 * <p>Told by the call loop and by the records' thread, never blocks them; writes on a thread of its own. A disk that fails is said
 * in the log, and calls go on.
 */
public final class CallLog implements AutoCloseable {

    /** A call that has begun. */
    public record Begun(long at, long id, String origin, String from, String to) {}

    private sealed interface Entry {
        record Started(Begun call) implements Entry {}

        record Kept(long id) implements Entry {}

        record Stop() implements Entry {}
    }

    private static final Logger log = LoggerFactory.getLogger(CallLog.class);
    private static final int STARTED = 1;
    private static final int KEPT = 2;

    /** One write for all calls of this long: a lone call need not wake the thread more often. */
    private static final long LINGER_MILLIS = 2;

    private static final long LARGEST_BYTES = 4 << 20;

    private final LogFolder folder;
    private final LongSupplier clock;
    private final LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Map<Long, Begun> open = new LinkedHashMap<>();
    private final List<Begun> unfinished;
    private final Thread thread = Thread.ofPlatform().name("rexian-call-log").unstarted(this::run);
    private SegmentLog segment;
    private long written;

    /**
     * Reads what an earlier run left, and goes on behind it.
     *
     * @throws IOException when the folder can't be read or written
     */
    public static CallLog open(Path folder, LongSupplier clock) throws IOException {
        CallLog calls = new CallLog(folder, clock);
        calls.thread.start();
        return calls;
    }

    private CallLog(Path path, LongSupplier clock) throws IOException {
        this.folder = new LogFolder(path, Content.CALLS);
        this.clock = clock;
        long last = recover();
        this.unfinished = List.copyOf(open.values());
        this.segment = SegmentLog.begin(folder, last + 1, clock);
        rewrite();
    }

    private long recover() throws IOException {
        List<Numbered> files = folder.segments();
        if (files.isEmpty()) {
            return 0;
        }
        LogReader.End end = LogReader.read(folder, files.getFirst().sequence() - 1, this::read);
        if (!(end instanceof LogReader.End.Whole)) {
            log.warn("the log of calls in {} can be read up to entry {} only: {}", folder.path(), end.last(), end);
        }
        return Math.max(end.last(), files.getLast().sequence());
    }

    private void read(long sequence, BytesIn in) throws Malformed {
        int tag = in.tag();
        switch (tag) {
            case STARTED -> {
                Begun call = new Begun(in.number(), in.number(), in.text(), in.text(), in.text());
                open.put(call.id, call);
            }
            case KEPT -> open.remove(in.number());
            default -> throw in.malformed("no entry has the tag " + tag);
        }
    }

    /** Calls that an earlier run has left without a record, oldest first. */
    public List<Begun> unfinished() {
        return unfinished;
    }

    /** A call has begun. */
    public void started(Begun call) {
        entries.add(new Entry.Started(call));
    }

    /** These records are written, or in a file that the next start imports. */
    public void kept(List<CallRecord> records) {
        records.forEach(record -> entries.add(new Entry.Kept(record.id())));
    }

    private void run() {
        try {
            List<Entry> batch = new ArrayList<>();
            while (true) {
                batch.clear();
                batch.add(entries.take());
                TimeUnit.MILLISECONDS.sleep(LINGER_MILLIS);
                entries.drainTo(batch);
                write(batch);
                if (batch.getLast() instanceof Entry.Stop) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void write(List<Entry> batch) {
        try {
            for (Entry entry : batch) {
                switch (entry) {
                    case Entry.Started(Begun call) -> {
                        open.put(call.id, call);
                        append(call);
                    }
                    case Entry.Kept(long id) -> {
                        if (open.remove(id) != null) {
                            segment.begin().tag(KEPT).number(id);
                            segment.end();
                        }
                    }
                    case Entry.Stop _ -> segment.settle();
                }
            }
            written += segment.commit();
            if (written > LARGEST_BYTES) {
                rewrite();
            }
        } catch (IOException e) {
            log.error(
                    "the log of calls in {} can't be written: {}; a crash now loses calls",
                    folder.path(),
                    e.getMessage());
            restart();
        }
    }

    private void append(Begun call) {
        BytesOut out = segment.begin();
        out.tag(STARTED)
                .number(call.at)
                .number(call.id)
                .text(call.origin)
                .text(call.from)
                .text(call.to);
        segment.end();
    }

    /** The calls in progress into a new file; then the older ones may go. */
    private void rewrite() throws IOException {
        SegmentLog before = segment;
        segment = SegmentLog.begin(folder, before.sequence() + 1, clock);
        written = 0;
        open.values().forEach(this::append);
        segment.commit();
        segment.settle();
        before.abandon();
        List<Numbered> files = folder.segments();
        for (Numbered old : files.subList(0, files.size() - 1)) {
            Files.deleteIfExists(old.file());
        }
    }

    private void restart() {
        try {
            rewrite();
        } catch (IOException e) {
            log.debug("still no log of calls", e);
        }
    }

    @Override
    public void close() {
        entries.add(new Entry.Stop());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        segment.abandon();
    }
}
