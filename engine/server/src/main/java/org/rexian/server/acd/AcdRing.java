package org.rexian.server.acd;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.call.AcdGateway;

/**
 * The way to the router: a ring of commands that any thread may fill and one thread empties. Sending never blocks. While
 * the ring is full, a new contact is refused and counted; everything else waits in an overflow, because a lost
 * {@code Abandon} or {@code TalkEnded} would leave a contact or an agent behind for ever.
 */
public final class AcdRing implements AcdGateway, AutoCloseable {

    private final RingBuffer<AcdSlot> ring;
    private final Overflow overflow = new Overflow();
    private final AcdThread thread;
    private final LoopWatchdog watchdog = new LoopWatchdog("acd");
    private final LongAdder refused = new LongAdder();

    /**
     * @param size commands that may wait, rounded up to a power of two
     * @param clock milliseconds since the epoch, never going back
     */
    public AcdRing(AcdCore core, int size, LongSupplier clock, List<RouterListener> listeners) {
        this(core, Long.MIN_VALUE, size, clock, listeners, CommandLog.NONE);
    }

    /**
     * For a router that has lived before.
     *
     * @param last time of its last command: none that follows is older
     * @param commands keeps what is applied
     */
    public AcdRing(
            AcdCore core,
            long last,
            int size,
            LongSupplier clock,
            List<RouterListener> listeners,
            CommandLog commands) {
        int places = Math.max(2, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        this.ring = RingBuffer.createMultiProducer(AcdSlot::new, places, new YieldingWaitStrategy());
        this.thread = new AcdThread(ring, overflow, core, last, clock, listeners, commands, watchdog);
    }

    /** Begins to consume. */
    public void start() {
        thread.start();
    }

    @Override
    public boolean send(AcdCommand command) {
        return put(AcdSlot.of(command), !(command instanceof AcdCommand.Enqueue));
    }

    /** Sends a command whose outcome the caller waits for. Not for contacts: those may be refused. */
    public CompletableFuture<List<AcdEvent>> apply(AcdCommand command) {
        AcdSlot slot = AcdSlot.of(command);
        CompletableFuture<List<AcdEvent>> outcome = new CompletableFuture<>();
        slot.outcome = outcome;
        put(slot, true);
        return outcome;
    }

    /** Asks the router something, between two commands, on its own thread. */
    public <T> CompletableFuture<T> ask(Function<AcdCore, T> question) {
        AcdSlot slot = new AcdSlot();
        CompletableFuture<T> answer = new CompletableFuture<>();
        slot.question = core -> {
            try {
                answer.complete(question.apply(core));
            } finally {
                answer.completeExceptionally(new IllegalStateException("the question failed, see the log"));
            }
        };
        put(slot, true);
        return answer;
    }

    private boolean put(AcdSlot slot, boolean always) {
        if (!overflow.isEmpty() || !published(slot)) {
            if (!always) {
                refused.increment();
                return false;
            }
            overflow.add(ring.getCursor(), slot);
        }
        thread.wake();
        return true;
    }

    private boolean published(AcdSlot slot) {
        try {
            long sequence = ring.tryNext();
            ring.get(sequence).fill(slot);
            ring.publish(sequence);
            return true;
        } catch (InsufficientCapacityException e) {
            return false;
        }
    }

    /** Commands that wait at present, in the ring and behind it. */
    public long waiting() {
        return ring.getBufferSize() - ring.remainingCapacity() + overflow.size();
    }

    /** Contacts refused because the ring was full. */
    public long refused() {
        return refused.sum();
    }

    /** Commands that threw; each is in the log. */
    public long failures() {
        return thread.failures();
    }

    /** Commands carried out, ticks included. */
    public long applied() {
        return thread.applied();
    }

    public LoopWatchdog watchdog() {
        return watchdog;
    }

    /** Ends the thread after everything that was sent before is applied. */
    @Override
    public void close() {
        thread.stop();
    }
}
