package org.rexian.media;

import java.util.ArrayList;
import java.util.List;

/**
 * The one clock of a loop's outgoing packets: a tick a millisecond, and for each packet length as many phases as it has
 * milliseconds. A stream stays in one phase, the emptiest when it came, so that packets leave evenly over the 20 ms. Owned by its
 * loop.
 */
final class PacingWheel {

    /** Gets its turn once a period. {@code milli} is the wheel's tick: multiples of the period apart, whatever the loop's delay. */
    interface Paced {
        void onTick(int milli);
    }

    /** A loop that is later than this gives up the rest: at most 3 packets of 20 ms leave in one go. */
    static final int MAX_CATCH_UP_MILLIS = 60;

    private static final long NANOS_A_TICK = 1_000_000;
    private static final int[] PERIODS = {10, 20, 30, 40, 60};

    private final List<List<List<Paced>>> phases = new ArrayList<>();
    private final long startNanos;
    private int tick;
    private int members;

    PacingWheel(long startNanos) {
        this.startNanos = startNanos;
        for (int period : PERIODS) {
            List<List<Paced>> ofPeriod = new ArrayList<>();
            for (int phase = 0; phase < period; phase++) {
                ofPeriod.add(new ArrayList<>());
            }
            phases.add(ofPeriod);
        }
    }

    /** Adds to the emptiest phase; among equals to the one that comes next, from a start that moves on. */
    void add(Paced paced, int periodMillis) {
        List<List<Paced>> ofPeriod = phases.get(indexOf(periodMillis));
        int best = 0;
        for (int i = 0; i < periodMillis; i++) {
            int phase = (members * 7 + i) % periodMillis;
            if (i == 0 || ofPeriod.get(phase).size() < ofPeriod.get(best).size()) {
                best = phase;
            }
        }
        ofPeriod.get(best).add(paced);
        members++;
    }

    void remove(Paced paced, int periodMillis) {
        for (List<Paced> phase : phases.get(indexOf(periodMillis))) {
            int at = phase.indexOf(paced);
            if (at >= 0) {
                phase.set(at, phase.getLast());
                phase.removeLast();
                members--;
                return;
            }
        }
    }

    /** Runs all ticks that are due and returns how many milliseconds had to be given up. */
    int advance(long nowNanos) {
        int due = milliAt(nowNanos);
        int skipped = Math.max(0, due - tick - MAX_CATCH_UP_MILLIS);
        tick += skipped;
        while (tick - due < 0) {
            tick++;
            run();
        }
        return skipped;
    }

    private void run() {
        for (int p = 0; p < PERIODS.length; p++) {
            List<Paced> phase = phases.get(p).get(Math.floorMod(tick, PERIODS[p]));
            for (int i = phase.size() - 1; i >= 0; i--) {
                phase.get(i).onTick(tick);
            }
        }
    }

    /** The loop's clock in milliseconds. */
    int milliAt(long nowNanos) {
        return (int) ((nowNanos - startNanos) / NANOS_A_TICK);
    }

    /** Nanoseconds until some stream's turn, at most {@code limit}; 0 or less when it is due already. */
    long nanosUntilNext(long nowNanos, long limit) {
        if (members == 0) {
            return limit;
        }
        long toNextTick = startNanos + (tick + 1L) * NANOS_A_TICK - nowNanos;
        for (int ahead = 1; toNextTick < limit; ahead++, toNextTick += NANOS_A_TICK) {
            if (anyAt(tick + ahead)) {
                return toNextTick;
            }
        }
        return limit;
    }

    private boolean anyAt(int candidate) {
        for (int p = 0; p < PERIODS.length; p++) {
            if (!phases.get(p).get(Math.floorMod(candidate, PERIODS[p])).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(int period) {
        for (int p = 0; p < PERIODS.length; p++) {
            if (PERIODS[p] == period) {
                return p;
            }
        }
        throw new IllegalArgumentException("no packets of " + period + " ms");
    }
}
