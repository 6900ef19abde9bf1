package org.rexian.server.acd;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns the router: consumes the ring, fires deadlines, tells the listeners. It parks until the next
 * deadline or until somebody publishes; it never spins while there is nothing to do.
 */
final class AcdThread {

    private static final Logger log = LoggerFactory.getLogger(AcdThread.class);

    /** Commands between two looks at the clock; the ring's places are freed as often. */
    private static final int TURN = 256;

    private static final long LONGEST_PARK_MILLIS = 1000;

    private final RingBuffer<AcdSlot> ring;
    private final EventPoller<AcdSlot> poller;
    private final Overflow overflow;
    private final AcdCore core;
    private final LongSupplier clock;
    private final List<RouterListener> listeners;
    private final CommandLog commands;
    private final LoopWatchdog watchdog;
    private final HeldBack held = new HeldBack();
    private final LongAdder failures = new LongAdder();
    private final LongAdder applied = new LongAdder();
    private final Thread thread = Thread.ofPlatform().name("rexian-acd").unstarted(this::run);
    private long last;
    private int inTurn;
    private boolean told;
    private volatile boolean parked;
    private volatile boolean stopping;

    AcdThread(
            RingBuffer<AcdSlot> ring,
            Overflow overflow,
            AcdCore core,
            long last,
            LongSupplier clock,
            List<RouterListener> listeners,
            CommandLog commands,
            LoopWatchdog watchdog) {
        this.ring = ring;
        this.poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        this.overflow = overflow;
        this.core = core;
        this.last = last;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
        this.commands = commands;
        this.watchdog = watchdog;
    }

    void start() {
        thread.start();
    }

    /** Callers have published; the fence keeps the look at {@code parked} behind that. */
    void wake() {
        VarHandle.fullFence();
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Ends after everything that was sent before is applied. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long failures() {
        return failures.sum();
    }

    long applied() {
        return applied.sum();
    }

    private void run() {
        while (!stopping || !idle()) {
            long begin = System.nanoTime();
            turn();
            watchdog.turned(System.nanoTime() - begin);
            park();
        }
    }

    private void turn() {
        try {
            long now = clock.getAsLong();
            inTurn = 0;
            poller.poll(this::take);
            overflow.drain(poller.getSequence().get(), this::carryOut);
            if (idle()) { // else a late thread would fire a deadline ahead of the command that was in time for it
                tick(now);
            }
            tell();
            if (told) {
                told = false;
                listeners.forEach(RouterListener::onBatchEnd);
            }
            commands.afterTurn(core);
        } catch (Exception e) { // the loop's one catch; the poller's signature makes it wide
            failures.increment();
            log.error("the router's thread failed and goes on", e);
        }
    }

    private boolean take(AcdSlot slot, long sequence, boolean endOfBatch) {
        AcdSlot copy = new AcdSlot();
        copy.fill(slot);
        slot.clear();
        carryOut(copy);
        return ++inTurn < TURN;
    }

    private void carryOut(AcdSlot slot) {
        Consumer<AcdCore> question = slot.question;
        AcdCommand command = slot.command;
        try {
            if (question != null) {
                tell(); // who asks sees what the listeners have seen
                question.accept(core);
            } else if (command != null) {
                carryOut(command, slot.outcome);
            }
        } catch (RuntimeException e) { // one command fails, the next goes on
            failures.increment();
            log.error("the router failed at {}", command, e);
            CompletableFuture<List<AcdEvent>> outcome = slot.outcome;
            if (outcome != null) {
                outcome.completeExceptionally(e);
            }
        }
    }

    private void carryOut(AcdCommand command, @Nullable CompletableFuture<List<AcdEvent>> outcome) {
        tick(command.at());
        AcdCommand stamped = command.at() < last ? Stamp.at(last, command) : command;
        int from = held.size();
        apply(stamped, event -> held.add(inOwnWords(event, stamped, command)));
        if (outcome != null) {
            held.complete(outcome, from);
        }
    }

    /** A sender looks for the very command that it sent, not for our copy with another time. */
    @SuppressWarnings("ReferenceEquality") // the very command, not an equal one
    private static AcdEvent inOwnWords(AcdEvent event, AcdCommand stamped, AcdCommand sent) {
        return event instanceof AcdEvent.CommandRejected rejected && rejected.command() == stamped
                ? new AcdEvent.CommandRejected(rejected.at(), sent, rejected.reason())
                : event;
    }

    private void tick(long now) {
        if (core.nextDeadline() <= now) {
            apply(new AcdCommand.Tick(Math.max(now, last)), held::add);
        }
    }

    private void apply(AcdCommand command, Consumer<AcdEvent> events) {
        last = Math.max(last, command.at());
        applied.increment();
        commands.append(command);
        core.apply(command, events);
    }

    /** Nobody hears of a command before it is kept. */
    private void tell() {
        commands.commit();
        told |= held.release(this::tell);
    }

    private void tell(AcdEvent event) {
        try {
            for (RouterListener listener : listeners) {
                listener.onEvent(event);
            }
        } catch (RuntimeException e) { // one event fails, the next goes on
            failures.increment();
            log.error("a listener of the router failed at {}", event, e);
        }
    }

    private boolean idle() {
        return ring.getCursor() <= poller.getSequence().get() && overflow.isEmpty();
    }

    private void park() {
        parked = true;
        if (idle() && !stopping) {
            long millis = Math.min(core.nextDeadline() - clock.getAsLong(), LONGEST_PARK_MILLIS);
            if (millis > 0) {
                LockSupport.parkNanos(this, millis * 1_000_000);
            }
        }
        parked = false;
    }
}
