package org.rexian.server.acd;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Where commands wait that must not be refused while the ring is full. Their number is bounded by the contacts and agents
 * that exist, since only new contacts can be refused. Each remembers how far the ring was filled when it came, so that it
 * never overtakes what its sender published before.
 */
final class Overflow {

    private record Waiting(long after, AcdSlot slot) {}

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    boolean isEmpty() {
        return size.get() == 0;
    }

    int size() {
        return size.get();
    }

    void add(long cursor, AcdSlot slot) {
        size.incrementAndGet();
        waiting.add(new Waiting(cursor, slot));
    }

    /** Takes whatever may go now that the ring is consumed up to {@code sequence}. */
    void drain(long sequence, Consumer<AcdSlot> to) {
        for (Waiting head = waiting.peek(); head != null && head.after <= sequence; head = waiting.peek()) {
            waiting.remove();
            to.accept(head.slot);
            size.decrementAndGet();
        }
    }
}
