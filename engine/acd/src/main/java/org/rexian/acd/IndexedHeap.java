package org.rexian.acd;

import java.util.Arrays;

/**
 * A four-way heap whose nodes know their slot, so that any node leaves in O(log n). Adding a node that sorts last, the
 * usual case of arrivals and of agents who become idle, costs O(1).
 */
final class IndexedHeap<T extends HeapNode> {

    private static final int WAYS = 4;

    private HeapNode[] nodes = new HeapNode[8];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The node that sorts first; the heap must not be empty. */
    @SuppressWarnings("unchecked")
    T first() {
        if (size == 0) {
            throw new IllegalStateException("empty heap has no first node");
        }
        return (T) nodes[0];
    }

    void add(T node) {
        if (node.isQueued()) {
            throw new IllegalStateException("already in a heap: " + node);
        }
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        up(size++, node);
    }

    @SuppressWarnings("ReferenceEquality") // The very node is meant.
    void remove(T node) {
        int slot = node.slot;
        if (slot < 0 || slot >= size || nodes[slot] != node) {
            throw new IllegalStateException("not in this heap: " + node);
        }
        node.slot = -1;
        HeapNode last = nodes[--size];
        vacate(size);
        if (slot == size) {
            return;
        }
        if (slot > 0 && last.isBefore(nodes[(slot - 1) / WAYS])) {
            up(slot, last);
        } else {
            down(slot, last);
        }
    }

    /** Forgets all nodes. */
    void clear() {
        for (int i = 0; i < size; i++) {
            nodes[i].slot = -1;
            vacate(i);
        }
        size = 0;
    }

    @SuppressWarnings("NullAway") // An empty slot must not keep its node from the collector; nobody reads past size.
    private void vacate(int slot) {
        nodes[slot] = null;
    }

    private void up(int from, HeapNode node) {
        int slot = from;
        while (slot > 0) {
            int parent = (slot - 1) / WAYS;
            if (!node.isBefore(nodes[parent])) {
                break;
            }
            put(slot, nodes[parent]);
            slot = parent;
        }
        put(slot, node);
    }

    private void down(int from, HeapNode node) {
        int slot = from;
        while (true) {
            int child = slot * WAYS + 1;
            if (child >= size) {
                break;
            }
            int best = child;
            int end = Math.min(child + WAYS, size);
            for (int i = child + 1; i < end; i++) {
                if (nodes[i].isBefore(nodes[best])) {
                    best = i;
                }
            }
            if (!nodes[best].isBefore(node)) {
                break;
            }
            put(slot, nodes[best]);
            slot = best;
        }
        put(slot, node);
    }

    private void put(int slot, HeapNode node) {
        nodes[slot] = node;
        node.slot = slot;
    }
}
