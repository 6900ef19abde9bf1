package org.rexian.server.acd;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs the turns of one loop that took longer than {@value #LIMIT_MILLIS} ms. */
public final class LoopWatchdog {

    /** A turn longer than this delays everybody else on the loop noticeably. */
    public static final long LIMIT_MILLIS = 20;

    private static final Logger log = LoggerFactory.getLogger(LoopWatchdog.class);

    private final String loop;
    private final LongAdder slow = new LongAdder();
    private final AtomicLong longestNanos = new AtomicLong();

    public LoopWatchdog(String loop) {
        this.loop = loop;
    }

    /** A turn has ended. */
    public void turned(long nanos) {
        if (nanos > LIMIT_MILLIS * 1_000_000) {
            slow.increment();
            longestNanos.accumulateAndGet(nanos, Math::max);
            log.warn("the {} loop was busy for {} ms", loop, nanos / 1_000_000);
        }
    }

    /** The loop's name, for metrics. */
    public String loop() {
        return loop;
    }

    /** Turns above the limit. */
    public long slowTurns() {
        return slow.sum();
    }

    /** The longest of those, 0 for none. */
    public long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }
}
