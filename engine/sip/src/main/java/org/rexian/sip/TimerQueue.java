package org.rexian.sip;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of the call loop: a hashed wheel of {@value #TICK_MILLIS} ms ticks, so that scheduling and cancelling cost
 * the same with ten timers and with 200,000. A timer never fires early, and at most a tick late plus what the loop is late.
 *
 * <p>Time is milliseconds since the epoch from a monotonic source that the owner injects. Call loop only, not thread-safe.
 */
public final class TimerQueue {

    /** Resolution of the wheel. */
    public static final int TICK_MILLIS = 4;

    private static final int SLOTS = 8192;

    private final LongSupplier nowMillis;
    private final @Nullable Timer[] slots = new @Nullable Timer[SLOTS];
    private long doneTick;
    private int size;

    /** A timer that waits. */
    public final class Timer {
        private final long atTick;
        private @Nullable Runnable action;
        private @Nullable Timer previous;
        private @Nullable Timer next;

        private Timer(long atTick, Runnable action) {
            this.atTick = atTick;
            this.action = action;
        }

        /** Stops it. Does nothing when it has fired or been cancelled before. */
        public void cancel() {
            if (action != null) {
                action = null;
                unlink(this);
            }
        }

        /** True until it fires or is cancelled. */
        public boolean waiting() {
            return action != null;
        }
    }

    /** {@code nowMillis}: milliseconds since the epoch, never running backwards. */
    public TimerQueue(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
        this.doneTick = nowMillis.getAsLong() / TICK_MILLIS;
    }

    /** The present time of the loop, in milliseconds since the epoch. */
    public long now() {
        return nowMillis.getAsLong();
    }

    /** Runs {@code action} once at {@code atMillis}; a time already past fires at the next {@link #fireDue}. */
    public Timer schedule(long atMillis, Runnable action) {
        long tick = Math.max(doneTick + 1, Math.ceilDiv(atMillis, TICK_MILLIS));
        Timer timer = new Timer(tick, action);
        int slot = (int) (tick & (SLOTS - 1));
        Timer head = slots[slot];
        timer.next = head;
        if (head != null) {
            head.previous = timer;
        }
        slots[slot] = timer;
        size++;
        return timer;
    }

    /** Runs {@code action} once, {@code delayMillis} from now. */
    public Timer in(long delayMillis, Runnable action) {
        return schedule(now() + delayMillis, action);
    }

    /**
     * Fires everything due at {@code nowMillis}, tick by tick; within a tick the order is undefined. Timers that an action
     * schedules for a time already past fire with the next call, so that a faulty action cannot hold the loop. An action that
     * throws leaves the queue sound; the rest fires with the next call.
     */
    public int fireDue(long nowMillis) {
        long until = nowMillis / TICK_MILLIS;
        int fired = 0;
        if (size == 0) {
            doneTick = Math.max(doneTick, until);
        }
        while (doneTick < until) {
            long tick = doneTick + 1;
            Timer due = takeDue(tick);
            if (due == null) {
                doneTick = tick;
            } else {
                fired++;
                run(due);
            }
        }
        return fired;
    }

    /** When the next timer is due, {@link Long#MAX_VALUE} when none waits. Costs a walk of the wheel: for tests and idle loops. */
    public long nextDeadline() {
        long best = Long.MAX_VALUE;
        if (size > 0) {
            for (Timer head : slots) {
                for (Timer timer = head; timer != null; timer = timer.next) {
                    best = Math.min(best, timer.atTick);
                }
            }
        }
        return best == Long.MAX_VALUE ? best : best * TICK_MILLIS;
    }

    /** How many timers wait. */
    public int size() {
        return size;
    }

    private @Nullable Timer takeDue(long tick) {
        Timer timer = slots[(int) (tick & (SLOTS - 1))];
        while (timer != null && timer.atTick > tick) {
            timer = timer.next;
        }
        return timer;
    }

    private void run(Timer timer) {
        Runnable action = timer.action;
        timer.action = null;
        unlink(timer);
        if (action != null) {
            action.run();
        }
    }

    private void unlink(Timer timer) {
        Timer previous = timer.previous;
        Timer next = timer.next;
        if (previous == null) {
            slots[(int) (timer.atTick & (SLOTS - 1))] = next;
        } else {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        timer.previous = null;
        timer.next = null;
        size--;
    }
}
