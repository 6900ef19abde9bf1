package org.rexian.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipMessage;

/** What the four machines share: one timer that repeats a message, one that ends a state, and sending. */
abstract class Machine {
    final Context context;
    private final Destination destination;
    private final Runnable onEnd;
    private final Runnable sendFailed = this::transportFailed;
    private TimerQueue.@Nullable Timer repeat;
    private TimerQueue.@Nullable Timer deadline;

    Machine(Context context, Destination destination, Runnable onEnd) {
        this.context = context;
        this.destination = destination;
        this.onEnd = onEnd;
    }

    /** The transport reported that something sent earlier did not go out. */
    abstract void transportFailed();

    final Destination peer() {
        return destination;
    }

    final boolean reliable() {
        return destination.transport().reliable();
    }

    final TransactionSettings settings() {
        return context.settings();
    }

    final void send(SipMessage message) {
        context.sender().send(message, destination, sendFailed);
    }

    final void sendAgain(SipMessage message) {
        context.counters().retransmissionsOut.increment();
        send(message);
    }

    /** (Re)starts the timer that repeats: A, E or G. */
    final void repeatIn(long millis, Runnable action) {
        stopRepeating();
        repeat = context.timers().in(millis, action);
    }

    /** (Re)starts the timer that ends a state: B, D, F, H, I, J, K, L or M. */
    final void deadlineIn(long millis, Runnable action) {
        stopDeadline();
        deadline = context.timers().in(millis, action);
    }

    final void stopRepeating() {
        if (repeat != null) {
            repeat.cancel();
            repeat = null;
        }
    }

    final void stopDeadline() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    /** Forgets the transaction: no timer is left, and the layer no longer finds it. */
    final void end() {
        stopRepeating();
        stopDeadline();
        onEnd.run();
    }
}
