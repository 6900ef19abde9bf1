package org.rexian.server;

import java.util.function.LongSupplier;

/**
 * The engine's one time scale: milliseconds since the epoch that never go back. The wall clock is read once, at the
 * start; what follows is measured. See docs/decisions/0001.
 */
public final class MonotonicClock implements LongSupplier {

    private volatile long startMillis;
    private final long startNanos;

    public MonotonicClock() {
        this.startMillis = System.currentTimeMillis();
        this.startNanos = System.nanoTime();
    }

    /** Now, in milliseconds since the epoch. */
    public long millis() {
        return startMillis + (System.nanoTime() - startNanos) / 1_000_000;
    }

    /**
     * The engine has seen this time before: goes on behind it, should the machine's clock have been set back meanwhile. At the
     * start, before anybody has read this clock to any purpose.
     */
    synchronized void neverBefore(long millis) {
        startMillis = startMillis + Math.max(0, millis - millis());
    }

    @Override
    public long getAsLong() {
        return millis();
    }
}
