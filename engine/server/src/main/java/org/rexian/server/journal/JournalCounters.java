package org.rexian.server.journal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the journal does, for metrics; any thread. */
public final class JournalCounters {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder forces = new LongAdder();
    private final LongAdder forceNanos = new LongAdder();
    private final AtomicLong longestForceNanos = new AtomicLong();
    private final AtomicBoolean degraded = new AtomicBoolean();
    private final AtomicLong snapshotAt = new AtomicLong();
    private final AtomicLong snapshotBytes = new AtomicLong();
    private final AtomicLong snapshotStallNanos = new AtomicLong();
    private final LongAdder snapshotFailures = new LongAdder();

    void committed(long written, boolean withForce, long nanos) {
        commits.increment();
        bytes.add(written);
        if (withForce) {
            forced(nanos);
        }
    }

    void forced(long nanos) {
        forces.increment();
        forceNanos.add(nanos);
        longestForceNanos.accumulateAndGet(nanos, Math::max);
    }

    /** Whether that is new. */
    boolean degraded(boolean now) {
        return degraded.getAndSet(now) != now;
    }

    void snapshot(long at, long size) {
        snapshotAt.set(at);
        snapshotBytes.set(size);
    }

    void snapshotTook(long nanos) {
        snapshotStallNanos.accumulateAndGet(nanos, Math::max);
    }

    void snapshotFailed() {
        snapshotFailures.increment();
    }

    /** Bytes written since the start. */
    public long bytes() {
        return bytes.sum();
    }

    /** How often records were handed to the system. */
    public long commits() {
        return commits.sum();
    }

    /** How often they were forced to the disk. */
    public long forces() {
        return forces.sum();
    }

    public double forceSeconds() {
        return forceNanos.sum() / 1e9;
    }

    public double longestForceSeconds() {
        return longestForceNanos.get() / 1e9;
    }

    /** Nothing is kept at present, or not all that went before. */
    public boolean degraded() {
        return degraded.get();
    }

    /** When the state was last snapshotted, epoch milliseconds; 0 for never. */
    public long snapshotAt() {
        return snapshotAt.get();
    }

    /** Size of the last snapshot. */
    public long snapshotBytes() {
        return snapshotBytes.get();
    }

    /** The longest that a snapshot has kept the router waiting. */
    public double longestSnapshotStallSeconds() {
        return snapshotStallNanos.get() / 1e9;
    }

    public long snapshotFailures() {
        return snapshotFailures.sum();
    }
}
