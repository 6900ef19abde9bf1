package org.rexian.sip.transport;

import java.util.function.LongSupplier;
import org.rexian.sip.SipCounters;
import org.rexian.sip.TimerQueue;

/**
 * The one thread that owns every transaction, dialog and call: a Netty loop (native epoll where there is one, NIO else) that also
 * fires the {@link TimerQueue}. What throws on it is caught once, here or in the transports, counted and logged.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class CallLoop implements AutoCloseable {

    private CallLoop() {}

    /** Starts the thread. {@code nowMillis}: milliseconds since the epoch, never running backwards. */
    public static CallLoop start(LongSupplier nowMillis, SipCounters counters) {
        throw new UnsupportedOperationException();
    }

    /** The loop's deadlines; touch them on the loop only. */
    public TimerQueue timers() {
        throw new UnsupportedOperationException();
    }

    /** Runs a task on the loop, from any thread, in order. */
    public void execute(Runnable task) {
        throw new UnsupportedOperationException();
    }

    /** True on the loop's thread. */
    public boolean onLoop() {
        throw new UnsupportedOperationException();
    }

    /** Stops the thread after what waits; blocks up to a few seconds. Not from the loop itself. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
