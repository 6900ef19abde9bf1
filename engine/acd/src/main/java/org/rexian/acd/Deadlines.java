package org.rexian.acd;

/** Everything that is due some day, the next first. */
final class Deadlines {

    private final IndexedHeap<Deadline> heap = new IndexedHeap<>();
    long order;

    void set(Deadline deadline, long due) {
        cancel(deadline);
        deadline.major = due;
        deadline.minor = ++order;
        heap.add(deadline);
    }

    /** As it was set in an earlier life. */
    void restore(Deadline deadline, long due, long place) {
        deadline.major = due;
        deadline.minor = place;
        heap.add(deadline);
    }

    void cancel(Deadline deadline) {
        if (deadline.isQueued()) {
            heap.remove(deadline);
        }
    }

    /** {@link Long#MAX_VALUE} if nothing is due ever. */
    long next() {
        return heap.isEmpty() ? Long.MAX_VALUE : heap.first().major;
    }

    boolean isDue(long now) {
        return !heap.isEmpty() && heap.first().major <= now;
    }

    /** Takes out the deadline that is due first. */
    Deadline take() {
        Deadline first = heap.first();
        heap.remove(first);
        return first;
    }
}
