package org.rexian.server.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.CommandCodec;
import org.rexian.server.acd.CommandLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the router's commands, so that {@link Recovery} finds them after a crash. While the disk refuses them the router goes on
 * without: the journal is <em>degraded</em>, says so once, and tries again every few seconds; it is whole again when a snapshot of
 * what was missed is on the disk.
 *
 * <p>Written by the ACD thread; a thread of its own forces what is written to the disk.
 */
public final class Journal implements CommandLog, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final long RETRY_MILLIS = 2_000;

    private final LogFolder folder;
    private final JournalSettings settings;
    private final SegmentFiles files;
    private final LongSupplier clock;
    private final Snapshots snapshots;
    private final JournalCounters counters = new JournalCounters();
    private final Thread forcing = Thread.ofPlatform().name("rexian-journal").unstarted(this::forceUntilClosed);
    private volatile Optional<SegmentLog> writing = Optional.empty();
    private volatile boolean forceFailed;
    private volatile boolean closed;
    private long sequence;
    private long lastWritten;
    private long retryAt;

    /**
     * Goes on behind what was recovered, in a segment of its own.
     *
     * @throws IOException when that can't be written: at the start, this is a reason not to start
     */
    public static Journal open(JournalSettings settings, Recovered recovered, LongSupplier clock) throws IOException {
        return open(settings, recovered, clock, SegmentFiles.DISK);
    }

    static Journal open(JournalSettings settings, Recovered recovered, LongSupplier clock, SegmentFiles files)
            throws IOException {
        Journal journal = new Journal(settings, recovered, clock, files);
        journal.writing = Optional.of(journal.segment());
        journal.forcing.start();
        return journal;
    }

    private Journal(JournalSettings settings, Recovered recovered, LongSupplier clock, SegmentFiles files) {
        this.folder = new LogFolder(settings.folder(), Content.COMMANDS);
        this.settings = settings;
        this.files = files;
        this.clock = clock;
        this.sequence = recovered.sequence();
        this.lastWritten = sequence;
        this.snapshots = new Snapshots(folder, settings, recovered, clock, counters);
    }

    private SegmentLog segment() throws IOException {
        return new SegmentLog(
                folder, sequence + 1, lastWritten, settings.fsync(), files, clock, settings.segmentBytes());
    }

    @Override
    public void append(AcdCommand command) {
        sequence++;
        snapshots.seen(command);
        Optional<SegmentLog> to = writing;
        if (to.isPresent()) {
            CommandCodec.write(command, to.get().begin());
            to.get().end();
        }
    }

    @Override
    public void commit() {
        Optional<SegmentLog> to = writing;
        if (to.isEmpty()) {
            return;
        }
        try {
            if (forceFailed) {
                throw new IOException("what was written before could not be forced to the disk");
            }
            long begin = System.nanoTime();
            long bytes = to.get().commit();
            lastWritten = sequence;
            if (bytes > 0) {
                counters.committed(bytes, settings.fsync().mode() == Fsync.Mode.ALWAYS, System.nanoTime() - begin);
            }
        } catch (IOException e) {
            degrade(to.get(), e);
        }
    }

    private void degrade(SegmentLog broken, IOException why) {
        lastWritten = broken.committed();
        writing = Optional.empty();
        broken.abandon();
        retryAt = clock.getAsLong() + RETRY_MILLIS;
        if (counters.degraded(true)) {
            log.error(
                    "the journal in {} can't be written: {}. Calls go on; a crash from now on loses what the router does,"
                            + " back to command {}. Trying again every {} s.",
                    folder.path(),
                    why.getMessage(),
                    lastWritten,
                    RETRY_MILLIS / 1000);
        }
    }

    @Override
    public void afterTurn(AcdCore core) {
        if (!counters.degraded()) {
            snapshots.takeIfDue(core, sequence);
        } else if (clock.getAsLong() >= retryAt) {
            retry(core);
        } else if (writing.isPresent() && snapshots.newestWritten()) {
            counters.degraded(false);
            log.info("the journal in {} is whole again, with a snapshot at command {}", folder.path(), sequence);
        }
    }

    /** A segment that begins here, and a snapshot of all that went before it. */
    private void retry(AcdCore core) {
        retryAt = clock.getAsLong() + RETRY_MILLIS;
        try {
            if (writing.isEmpty()) {
                forceFailed = false;
                writing = Optional.of(segment());
                lastWritten = sequence;
            }
            snapshots.take(core, sequence);
        } catch (IOException e) {
            log.debug("the journal still can't be written", e);
        }
    }

    private void forceUntilClosed() {
        long pause =
                settings.fsync().mode() == Fsync.Mode.EVERY ? settings.fsync().everyMillis() : 100;
        while (!closed) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            writing.ifPresent(this::force);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very log
    private void force(SegmentLog written) {
        try {
            if (settings.fsync().mode() != Fsync.Mode.EVERY) {
                written.settleFull();
            } else if (written.committed() > written.settled()) {
                long begin = System.nanoTime();
                written.settle();
                counters.forced(System.nanoTime() - begin);
            }
        } catch (IOException e) {
            forceFailed = writing.filter(current -> current == written).isPresent();
            log.warn("the journal in {} could not be forced to the disk: {}", folder.path(), e.getMessage());
        }
    }

    /** For metrics; any thread. */
    public JournalCounters counters() {
        return counters;
    }

    /** After the router has stopped: forces what is written, and waits for a snapshot that is being written. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(forcing);
        try {
            forcing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        snapshots.close();
        try {
            if (writing.isPresent()) {
                writing.get().close();
            }
        } catch (IOException e) {
            log.error("the journal in {} could not be closed: {}", folder.path(), e.getMessage());
        }
    }
}
