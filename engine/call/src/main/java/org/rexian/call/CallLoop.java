package org.rexian.call;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.rexian.sip.TimerQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The call loop as calls see it: its clock, its timers, its queue, and the one place that catches a mistake of ours. What
 * throws ends the call that it was done for, and nothing else.
 */
final class CallLoop {

    private static final Logger log = LoggerFactory.getLogger(CallLoop.class);

    private final Executor executor;
    private final TimerQueue timers;
    private final LongSupplier nowMillis;
    private final LongAdder failures = new LongAdder();

    CallLoop(Executor executor, TimerQueue timers, LongSupplier nowMillis) {
        this.executor = executor;
        this.timers = timers;
        this.nowMillis = nowMillis;
    }

    long now() {
        return nowMillis.getAsLong();
    }

    /** Runs a step of a call now, on the loop. */
    void run(Runnable step, Consumer<RuntimeException> onFailure) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            failures.increment();
            log.error("a step of a call failed", failure);
            onFailure.accept(failure);
        }
    }

    /** Runs a step of a call soon, on the loop, from any thread. */
    void post(Runnable step, Consumer<RuntimeException> onFailure) {
        executor.execute(() -> run(step, onFailure));
    }

    TimerQueue.Timer at(long deadlineMillis, Runnable step, Consumer<RuntimeException> onFailure) {
        return timers.schedule(deadlineMillis, () -> run(step, onFailure));
    }

    long failures() {
        return failures.sum();
    }
}
