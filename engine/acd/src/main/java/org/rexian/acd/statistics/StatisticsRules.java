package org.rexian.acd.statistics;

/**
 * What everyone defines differently.
 *
 * @param clockStart from when a wait counts
 * @param shortAbandonMillis callers who hang up after less than this are counted apart, as {@link Measure#SHORT_ABANDONED}; 0 for
 *     nobody
 */
public record StatisticsRules(ClockStart clockStart, long shortAbandonMillis) {

    /** Half an hour. */
    public static final long INTERVAL_MILLIS = 30 * 60_000L;

    /** Skills or tiers beyond this many are counted together under {@link #OTHERS}: flows may make their names of callers' input. */
    public static final int MOST_NAMES = 1000;

    public static final String OTHERS = "*";

    /** Those of a fresh installation. */
    public static StatisticsRules standard() {
        return new StatisticsRules(ClockStart.QUEUE_ENTRY, 0);
    }

    /** Begin of the interval that holds this moment; intervals are those of the epoch. */
    public static long intervalOf(long at) {
        return Math.floorDiv(at, INTERVAL_MILLIS) * INTERVAL_MILLIS;
    }
}
