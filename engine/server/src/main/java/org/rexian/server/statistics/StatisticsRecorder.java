package org.rexian.server.statistics;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.JdbiException;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.storage.StatisticsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the router's half hours to the database: those that are over, and the open one every minute as it stands, so that little is
 * missing after a crash. What is written again replaces what was there, so a replay counts nothing twice. Also tells the router when a
 * half hour is over, should nothing else happen then.
 */
public final class StatisticsRecorder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StatisticsRecorder.class);

    private static final long PERIOD_MILLIS = 60_000;
    private static final long PATIENCE_SECONDS = 5;

    private final StatisticsStore store;
    private final HalfHours halfHours;
    private final AcdRing ring;
    private final LongSupplier clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    /** SQLite's native calls would pin a virtual thread's carrier. */
    private final Thread thread = Thread.ofPlatform().name("rexian-statistics").unstarted(this::run);

    /** The open half hour, and the run that it belongs to. */
    private record Open(long run, List<IntervalRow> rows) {}

    /** Begins to write what is counted of the ring's router. */
    public static StatisticsRecorder start(
            StatisticsStore store, HalfHours halfHours, AcdRing ring, LongSupplier clock) {
        StatisticsRecorder recorder = new StatisticsRecorder(store, halfHours, ring, clock);
        recorder.thread.start();
        return recorder;
    }

    private StatisticsRecorder(StatisticsStore store, HalfHours halfHours, AcdRing ring, LongSupplier clock) {
        this.store = store;
        this.halfHours = halfHours;
        this.ring = ring;
        this.clock = clock;
    }

    private void run() {
        try {
            while (!closing.await(pause(), TimeUnit.MILLISECONDS)) {
                ring.send(new AcdCommand.Tick(clock.getAsLong()));
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To the next minute, or to the end of the half hour. */
    private long pause() {
        long now = clock.getAsLong();
        return Math.min(PERIOD_MILLIS, StatisticsRules.intervalOf(now) + StatisticsRules.INTERVAL_MILLIS - now);
    }

    /** Writes everything up to this moment; false where router or database did not answer, which the log tells. */
    public boolean flush() throws InterruptedException {
        writing.lock();
        try {
            Open open = ring.ask(core -> open(clock.getAsLong())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            store.write(open.run, open.rows);
            writeOver(open.run); // behind the open one, which may be over by now
            return true;
        } catch (TimeoutException | ExecutionException e) {
            log.warn("statistics are not written: the router did not answer", e);
        } catch (JdbiException | SQLException e) {
            log.error("statistics can't be written now, they are tried again", e);
        } finally {
            writing.unlock();
        }
        return false;
    }

    private Open open(long now) {
        return new Open(halfHours.fold().begun(), halfHours.fold().open(now));
    }

    private void writeOver(long run) throws SQLException {
        for (List<IntervalRow> rows = halfHours.over().peek();
                rows != null;
                rows = halfHours.over().peek()) {
            store.write(run, rows);
            halfHours.over().poll();
        }
    }

    /** Writes what is left. The ring must still run. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
