package org.rexian.media;

import java.util.concurrent.atomic.AtomicLong;

/** What one loop counts: written by the loop alone and without fences, read by anyone. */
final class LoopTallies {

    /** A counter of one writer. */
    static final class Tally {
        private final AtomicLong value = new AtomicLong();

        void add(long amount) {
            value.setOpaque(value.getPlain() + amount);
        }

        long get() {
            return value.getOpaque();
        }
    }

    final Tally sessions = new Tally();
    final Tally packetsSent = new Tally();
    final Tally packetsReceived = new Tally();
    final Tally droppedStranger = new Tally();
    final Tally droppedMalformed = new Tally();
    final Tally droppedUnwanted = new Tally();
    final Tally sendFailures = new Tally();
    final Tally digits = new Tally();
    final Tally mediaTimeouts = new Tally();
    final Tally skippedMillis = new Tally();
    final Tally lateTurns = new Tally();
    final Tally faults = new Tally();
    final Tally recordingFailures = new Tally();
    final Tally recordingChunksLost = new Tally();
}
