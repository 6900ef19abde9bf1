package org.rexian.server.http;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.server.acd.AcdRing;

/** The router as requests meet it: its refusal is a 409, its silence a 503. For virtual threads, which may wait. */
final class Router {

    private static final long PATIENCE_MILLIS = 2_000;

    private final AcdRing ring;
    private final LongSupplier clock;

    Router(AcdRing ring, LongSupplier clock) {
        this.ring = ring;
        this.clock = clock;
    }

    /** Carries a command out now. */
    void apply(LongFunction<AcdCommand> at) throws InterruptedException {
        List<AcdEvent> events = answer(ring.apply(at.apply(clock.getAsLong())));
        for (AcdEvent event : events) {
            if (event instanceof AcdEvent.CommandRejected rejected) {
                throw ApiError.conflict(rejected.reason());
            }
        }
    }

    /** Asks the router something, between two commands. */
    <T> T ask(Function<AcdCore, T> question) throws InterruptedException {
        return answer(ring.ask(question));
    }

    private static <T> T answer(java.util.concurrent.CompletableFuture<T> coming) throws InterruptedException {
        try {
            return coming.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw ApiError.unavailable("the router did not answer in time; a command may still be carried out");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    long now() {
        return clock.getAsLong();
    }
}
