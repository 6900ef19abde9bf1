package org.rexian.acd.sim;

import java.util.BitSet;

/**
 * Counts who is offered an agent while somebody waits who came earlier. Callers are numbered in the order of their
 * arrival, so a line is a set of bits and its first one is who has waited longest.
 */
final class Overtakes {

    private final Line everybody;
    private final Line[] alike;
    private final int[] lineOf;

    int alikeCount;
    int otherCount;

    /** @param lineOf caller to line: callers of one line differ by nothing but their age */
    Overtakes(int callers, int[] lineOf, int lines) {
        this.lineOf = lineOf;
        everybody = new Line(callers);
        alike = new Line[lines];
        for (int i = 0; i < lines; i++) {
            alike[i] = new Line(callers);
        }
    }

    void waits(int caller) {
        everybody.add(caller);
        alike[lineOf[caller]].add(caller);
    }

    void offered(int caller) {
        if (alike[lineOf[caller]].first() < caller) {
            alikeCount++;
        } else if (everybody.first() < caller) {
            otherCount++;
        }
        leaves(caller);
    }

    void leaves(int caller) {
        everybody.bits.clear(caller);
        alike[lineOf[caller]].bits.clear(caller);
    }

    private static final class Line {
        private final BitSet bits;
        private int head;

        Line(int callers) {
            bits = new BitSet(callers);
        }

        void add(int caller) {
            bits.set(caller);
            head = Math.min(head, caller);
        }

        int first() {
            int found = bits.nextSetBit(head);
            head = found < 0 ? bits.length() : found;
            return found < 0 ? Integer.MAX_VALUE : found;
        }
    }
}
