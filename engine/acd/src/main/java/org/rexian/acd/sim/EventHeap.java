package org.rexian.acd.sim;

import java.util.Arrays;

/** What is going to happen, the next first; events of one millisecond in the order in which they were planned. Without objects. */
final class EventHeap {

    private long[] at = new long[256];
    private long[] order = new long[256];
    private long[] what = new long[256];
    private int size;
    private long planned;

    /** {@link Long#MAX_VALUE} if nothing is planned. */
    long next() {
        return size == 0 ? Long.MAX_VALUE : at[0];
    }

    void add(long time, long event) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            order = Arrays.copyOf(order, size * 2);
            what = Arrays.copyOf(what, size * 2);
        }
        long turn = planned++;
        int slot = size++;
        while (slot > 0) {
            int parent = (slot - 1) >>> 1;
            if (isBefore(parent, time, turn)) {
                break;
            }
            move(parent, slot);
            slot = parent;
        }
        put(slot, time, turn, event);
    }

    /** Takes out the first event; there must be one. */
    long take() {
        long first = what[0];
        size--;
        if (size > 0) {
            sink(at[size], order[size], what[size]);
        }
        return first;
    }

    private void sink(long time, long turn, long event) {
        int slot = 0;
        while (true) {
            int child = 2 * slot + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isBefore(child + 1, at[child], order[child])) {
                child++;
            }
            if (!isBefore(child, time, turn)) {
                break;
            }
            move(child, slot);
            slot = child;
        }
        put(slot, time, turn, event);
    }

    private boolean isBefore(int slot, long time, long turn) {
        return at[slot] < time || (at[slot] == time && order[slot] < turn);
    }

    private void move(int from, int to) {
        put(to, at[from], order[from], what[from]);
    }

    private void put(int slot, long time, long turn, long event) {
        at[slot] = time;
        order[slot] = turn;
        what[slot] = event;
    }
}
