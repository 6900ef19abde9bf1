package org.rexian.acd.statistics;

/**
 * Waits in buckets that grow with the wait: tens of milliseconds up to 160 ms, from there on 16 buckets to each doubling, so that a
 * percentile is at most 6.25 % too high. A day and more falls into the last one.
 */
final class WaitBuckets {

    private static final int UNIT_MILLIS = 10;
    private static final int BITS = 4;
    private static final int STEPS = 1 << BITS;
    private static final long LONGEST_UNITS = 24 * 3_600_000L / UNIT_MILLIS;

    static final int COUNT = indexOfUnits(LONGEST_UNITS) + 1;

    private WaitBuckets() {}

    static int indexOf(long millis) {
        return indexOfUnits(Math.clamp(millis / UNIT_MILLIS, 0, LONGEST_UNITS));
    }

    private static int indexOfUnits(long units) {
        if (units < STEPS) {
            return (int) units;
        }
        int octave = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(units);
        return (octave << BITS) + (int) (units >>> octave);
    }

    /** The longest wait that falls into the bucket. */
    static long highestMillis(int index) {
        if (index < STEPS) {
            return (index + 1L) * UNIT_MILLIS - 1;
        }
        int octave = (index >> BITS) - 1;
        long lowest = (long) (STEPS + (index & (STEPS - 1))) << octave;
        return (lowest + (1L << octave)) * UNIT_MILLIS - 1;
    }
}
