package org.rexian.server.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.rexian.call.CallRecord;
import org.rexian.server.config.StorageConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records from any thread without blocking it, and writes them in batches on a thread of its own. No record is
 * lost silently: a batch that the database refuses is tried again, then spilled to a file; while the database stays
 * down, batches go to the file at once. Only a full queue refuses, which is counted and logged.
 *
 * <p>The thread is a platform thread: SQLite's native calls would pin a virtual thread's carrier, of which there are few.
 */
public final class CallRecordWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallRecordWriter.class);

    /** How long a lone record waits for company: one transaction for many calls is a third of the CPU of one a call. */
    private static final long LINGER_MILLIS = 50;

    private static final int TRIES = 3;
    private static final int LOG_EVERY = 1000;

    private final StorageConfiguration settings;
    private final RecordSink sink;
    private final Consumer<List<CallRecord>> kept;
    private final SpillFolder spill;
    private final BlockingQueue<CallRecord> queue;
    private final RecordCounters counters = new RecordCounters();
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;
    private boolean databaseDown;

    /** Imports what an earlier run spilled, then begins to write. */
    public static CallRecordWriter start(Database database, StorageConfiguration settings) {
        return start(database, settings, records -> {});
    }

    /** @param kept hears on the writer's thread of records that are written or spilled */
    public static CallRecordWriter start(
            Database database, StorageConfiguration settings, Consumer<List<CallRecord>> kept) {
        CallRecordWriter writer = new CallRecordWriter(RecordSink.into(database), settings, kept);
        writer.thread.start();
        return writer;
    }

    static CallRecordWriter start(RecordSink sink, StorageConfiguration settings) {
        CallRecordWriter writer = new CallRecordWriter(sink, settings, records -> {});
        writer.thread.start();
        return writer;
    }

    private CallRecordWriter(RecordSink sink, StorageConfiguration settings, Consumer<List<CallRecord>> kept) {
        this.kept = kept;
        this.settings = settings;
        this.sink = sink;
        this.spill = new SpillFolder(settings.spill());
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.thread = Thread.ofPlatform().name("rexian-records").unstarted(this::run);
    }

    /** Hands a record over; false where the queue is full and the record is lost, counted and logged. */
    public boolean offer(CallRecord record) {
        if (!closed && queue.offer(record)) {
            return true;
        }
        counters.lost.increment();
        long lost = counters.lost();
        if (lost % LOG_EVERY == 1) { // the log is a disk, too, and this is the call loop
            String why = closed ? "the writer is closed" : settings.queue() + " records wait to be written";
            log.error("[call {}] record lost, {} so far: {}", record.id(), lost, why);
        }
        return false;
    }

    /** Counters for metrics; readable from any thread. */
    public RecordCounters counters() {
        return counters;
    }

    /** Records that wait to be written. */
    public int waiting() {
        return queue.size();
    }

    private void run() {
        importSpilled();
        List<CallRecord> batch = new ArrayList<>(settings.batch());
        try {
            while (fill(batch)) {
                store(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void importSpilled() {
        try {
            int imported = spill.importInto(sink);
            if (imported > 0) {
                log.info("imported {} records that an earlier run had spilled to {}", imported, settings.spill());
            }
        } catch (IOException | SQLException e) {
            log.error("records in {} can't be imported now, the next start tries again", settings.spill(), e);
        }
    }

    /** Waits for records; false when closing and there are no more. */
    private boolean fill(List<CallRecord> batch) throws InterruptedException {
        CallRecord first = queue.poll(LINGER_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return closing.getCount() > 0 || !queue.isEmpty();
        }
        batch.add(first);
        if (queue.size() < settings.batch()) {
            pause(LINGER_MILLIS);
        }
        queue.drainTo(batch, settings.batch() - batch.size());
        return true;
    }

    private void store(List<CallRecord> batch) throws InterruptedException {
        for (int attempt = 1; !batch.isEmpty() && !written(batch); attempt++) {
            boolean stopping = closing.getCount() == 0;
            boolean enough = databaseDown || stopping || attempt >= TRIES;
            if (enough && spilled(batch)) {
                databaseDown = true;
                return;
            }
            if (enough && stopping) {
                counters.lost.add(batch.size());
                log.error(
                        "{} records lost at the stop: neither database nor {} can be written; ids from {} to {}",
                        batch.size(),
                        settings.spill(),
                        batch.getFirst().id(),
                        batch.getLast().id());
                return;
            }
            pause(settings.retryMillis());
        }
    }

    private boolean written(List<CallRecord> batch) {
        try {
            sink.write(batch);
            counters.written.add(batch.size());
            kept.accept(batch);
            if (databaseDown) {
                log.info(
                        "the database takes records again; those in {} are imported at the next start",
                        settings.spill());
                databaseDown = false;
            }
            return true;
        } catch (SQLException e) {
            counters.failures.increment();
            if (!databaseDown) {
                log.error("{} records could not be written: {}", batch.size(), e.getMessage());
            }
            return false;
        }
    }

    private boolean spilled(List<CallRecord> batch) {
        try {
            spill.append(batch);
            counters.spilled.add(batch.size());
            kept.accept(batch);
            if (!databaseDown) {
                log.error("the database takes no records: they go to {} until it does", settings.spill());
            }
            return true;
        } catch (IOException e) {
            counters.failures.increment();
            log.error(
                    "{} records could be written neither to the database nor to {}", batch.size(), settings.spill(), e);
            return false;
        }
    }

    /** Cut short by the stop. Not an interrupt: that would close the spill file under our hands. */
    private void pause(long millis) throws InterruptedException {
        boolean stopped = closing.await(millis, TimeUnit.MILLISECONDS);
        if (stopped) {
            log.debug("pause cut short by the stop");
        }
    }

    /** Writes whatever was offered before, and stops. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        try {
            thread.join();
            List<CallRecord> late = new ArrayList<>();
            queue.drainTo(late);
            store(late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What became of records. */
    public static final class RecordCounters {

        final LongAdder written = new LongAdder();
        final LongAdder spilled = new LongAdder();
        final LongAdder lost = new LongAdder();
        final LongAdder failures = new LongAdder();

        RecordCounters() {}

        public long written() {
            return written.sum();
        }

        public long spilled() {
            return spilled.sum();
        }

        public long lost() {
            return lost.sum();
        }

        /** Writes to database or file that failed, each try counted. */
        public long failures() {
            return failures.sum();
        }
    }
}
