package org.rexian.acd;

/**
 * Something that an {@link IndexedHeap} orders: smaller {@code major} first, then smaller {@code minor}. No two nodes
 * of one heap have both equal, so the order does not depend on how the heap came to be.
 */
abstract class HeapNode {

    long major;
    long minor;

    /** Where the heap keeps this node; -1 while it is in none. The heap alone writes it. */
    int slot = -1;

    final boolean isQueued() {
        return slot >= 0;
    }

    final boolean isBefore(HeapNode other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }
}
