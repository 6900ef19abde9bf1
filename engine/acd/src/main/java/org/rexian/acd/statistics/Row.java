package org.rexian.acd.statistics;

import java.util.List;

/** Counts under one name: in the open interval, and in all intervals before. */
final class Row {

    static final List<Measure> MEASURES = List.of(Measure.values());

    private static final int LONGEST = Measure.LONGEST_WAIT_MILLIS.place();

    final By by;
    final String name;
    private final long[] open = new long[Measure.COUNT];
    private final long[] before = new long[Measure.COUNT];
    private final long[] openWaits;
    private final long[] waitsBefore;
    private boolean touched;

    Row(By by, String name) {
        this.by = by;
        this.name = name;
        int buckets = by == By.AGENT ? 0 : WaitBuckets.COUNT;
        openWaits = new long[buckets];
        waitsBefore = new long[buckets];
    }

    /** Puts back what was there. */
    void restore(Figures openOnes, Figures ones) {
        fill(openOnes, open, openWaits);
        fill(ones, before, waitsBefore);
        touched = !openOnes.isEmpty();
    }

    private static void fill(Figures from, long[] values, long[] waits) {
        MEASURES.forEach(measure -> values[measure.place()] = from.get(measure));
        from.waits().forEach((bucket, count) -> waits[bucket] = count);
    }

    void add(Measure measure, long amount) {
        if (amount != 0) {
            open[measure.place()] += amount;
            touched = true;
        }
    }

    void waited(long millis) {
        open[LONGEST] = Math.max(open[LONGEST], millis);
    }

    void answeredAfter(int bucket) {
        if (openWaits.length > 0) {
            openWaits[bucket]++;
        }
    }

    boolean isTouched() {
        return touched;
    }

    Figures open() {
        return new Figures(open.clone(), openWaits.clone());
    }

    Figures before() {
        return new Figures(before.clone(), waitsBefore.clone());
    }

    Figures total() {
        return before().plus(open());
    }

    /** Its open interval is over. */
    void close() {
        if (!touched) {
            return;
        }
        for (int i = 0; i < open.length; i++) {
            before[i] = i == LONGEST ? Math.max(before[i], open[i]) : before[i] + open[i];
            open[i] = 0;
        }
        for (int i = 0; i < openWaits.length; i++) {
            waitsBefore[i] += openWaits[i];
            openWaits[i] = 0;
        }
        touched = false;
    }
}
