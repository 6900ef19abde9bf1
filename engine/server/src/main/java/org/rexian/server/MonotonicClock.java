package org.rexian.server;

import java.util.function.LongSupplier;

/**
 * The engine's one time scale: milliseconds since the epoch that never go back. The wall clock is read once, at the
 * start; what follows is measured. See docs/decisions/0001.
 */
public final class MonotonicClock implements LongSupplier {

    private final long startMillis;
    private final long startNanos;

    public MonotonicClock() {
        this.startMillis = System.currentTimeMillis();
        this.startNanos = System.nanoTime();
    }

    /** Now, in milliseconds since the epoch. */
    public long millis() {
        return startMillis + (System.nanoTime() - startNanos) / 1_000_000;
    }

    @Override
    public long getAsLong() {
        return millis();
    }
}
