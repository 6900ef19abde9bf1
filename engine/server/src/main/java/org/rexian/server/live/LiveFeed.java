package org.rexian.server.live;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rexian.server.acd.AcdRing;

/**
 * Pictures of what goes on for whoever asks: taken on the ACD thread, kept for a moment, so that a hundred viewers cost
 * what one does.
 */
public final class LiveFeed {

    private static final long KEEP_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 2_000;

    private final AcdRing ring;
    private final LiveView view;
    private final LongSupplier clock;
    private volatile @Nullable LiveSnapshot last;

    public LiveFeed(AcdRing ring, LiveView view, LongSupplier clock) {
        this.ring = ring;
        this.view = view;
        this.clock = clock;
    }

    /** A picture at most {@value #KEEP_MILLIS} ms old. Blocks for as long as the router takes, two seconds at most. */
    public LiveSnapshot snapshot() throws TimeoutException, InterruptedException {
        LiveSnapshot kept = last;
        return kept != null && clock.getAsLong() - kept.at() < KEEP_MILLIS ? kept : fresh();
    }

    /** A picture that holds everything that was sent before. */
    public LiveSnapshot fresh() throws TimeoutException, InterruptedException {
        try {
            LiveSnapshot taken = ring.ask(view::snapshot).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            last = taken;
            return taken;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
