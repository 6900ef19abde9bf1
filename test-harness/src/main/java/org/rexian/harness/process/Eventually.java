package org.rexian.harness.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for a condition of the real world, with a bound. For drivers of real processes only; machines run on a test clock. */
public final class Eventually {
    private static final long LOOK_EVERY_MILLIS = 20;

    private Eventually() {}

    /** True as soon as {@code condition} holds, false when it doesn't within {@code patience}. */
    public static boolean holds(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    /** Waits for {@code condition}; past {@code patience} fails with {@code what} it was waiting for. */
    public static void require(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        if (!holds(patience, condition)) {
            throw new IllegalStateException("waited " + patience.toMillis() + " ms in vain for " + what);
        }
    }
}
