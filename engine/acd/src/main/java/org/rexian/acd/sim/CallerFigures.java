package org.rexian.acd.sim;

import java.util.Arrays;
import org.rexian.acd.statistics.ServiceLevel;

/** Adds up the callers of one subject. Who still waited when the simulation ended counts as given up, after that wait. */
final class CallerFigures {

    private static final double MILLIS = 1000;

    private long[] answeredWaits = new long[64];
    private int answered;
    private int abandoned;
    private int sentAway;
    private int stillWaiting;
    private long answeredInTime;
    private long gaveUpInTime;
    private long waited;
    private double waitSum;

    void add(Outcome outcome, long wait, long threshold) {
        waitSum += wait;
        waited += wait > 0 ? 1 : 0;
        boolean inTime = wait <= threshold;
        switch (outcome) {
            case ANSWERED -> {
                if (answered == answeredWaits.length) {
                    answeredWaits = Arrays.copyOf(answeredWaits, answered * 2);
                }
                answeredWaits[answered++] = wait;
                answeredInTime += inTime ? 1 : 0;
            }
            case ABANDONED -> {
                abandoned++;
                gaveUpInTime += inTime ? 1 : 0;
            }
            case STILL_WAITING -> {
                stillWaiting++;
                gaveUpInTime += inTime ? 1 : 0;
            }
            case SENT_AWAY -> sentAway++;
        }
    }

    Row figures() {
        Row row = new Row();
        double gaveUp = (double) abandoned + stillWaiting;
        double offered = answered + gaveUp + sentAway;
        row.set(Measure.OFFERED, offered);
        row.set(Measure.ANSWERED, answered);
        row.set(Measure.ABANDONED, abandoned);
        row.set(Measure.SENT_AWAY, sentAway);
        row.set(Measure.STILL_WAITING, stillWaiting);
        if (offered > 0) {
            row.set(Measure.ABANDONED_SHARE, gaveUp / offered);
            row.set(Measure.WAITED_SHARE, waited / offered);
            row.set(Measure.MEAN_WAIT, waitSum / offered / MILLIS);
        }
        ServiceLevel level = ServiceLevel.of(answered, answeredInTime, (long) abandoned + stillWaiting, gaveUpInTime);
        row.set(Measure.F1, level.f1().orElse(Double.NaN));
        row.set(Measure.F2, level.f2().orElse(Double.NaN));
        row.set(Measure.F3, level.f3().orElse(Double.NaN));
        row.set(Measure.F4, level.f4().orElse(Double.NaN));
        waits(row);
        return row;
    }

    private void waits(Row row) {
        if (answered == 0) {
            return;
        }
        long[] waits = Arrays.copyOf(answeredWaits, answered);
        Arrays.sort(waits);
        row.set(Measure.ASA, Arrays.stream(waits).average().orElse(Double.NaN) / MILLIS);
        row.set(Measure.P50, quantile(waits, 0.50));
        row.set(Measure.P90, quantile(waits, 0.90));
        row.set(Measure.P95, quantile(waits, 0.95));
        row.set(Measure.P99, quantile(waits, 0.99));
        row.set(Measure.LONGEST_WAIT, quantile(waits, 1));
    }

    /** The smallest wait that this share of callers did not exceed, in seconds. */
    private static double quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / MILLIS;
    }
}
