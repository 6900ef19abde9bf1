package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the plots show, added up over replications; several days are laid over one another. For one thread. */
public final class Curves {

    /** Waits are counted by the second up to here; longer ones are not in the curve. */
    public static final int SECONDS = 600;

    /** Slices of a day in the curve of queue lengths. */
    public static final int SLICES = (int) (Rates.DAY_MILLIS / QueueLengths.SLICE_MILLIS);

    private static final int HALF_HOURS = 48;

    private static final class Callers {
        private final long[] answeredAfter = new long[SECONDS];
        private final long[] offered = new long[HALF_HOURS];
        private final long[] inTime = new long[HALF_HOURS];
        private long all;

        private void addAll(Callers other) {
            all += other.all;
            add(answeredAfter, other.answeredAfter);
            add(offered, other.offered);
            add(inTime, other.inTime);
        }

        private static void add(long[] to, long[] from) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }
    }

    private static final class Length {
        private final double[] sum = new double[SLICES];
        private int days;
    }

    private final Map<Subject, Callers> callers = new LinkedHashMap<>();
    private final Map<String, Length> lengths = new LinkedHashMap<>();
    private final List<double[]> occupancies = new ArrayList<>();

    void add(List<Subject> subjects, long at, Outcome outcome, long wait, long threshold) {
        int halfHour = (int) (at / Rates.HALF_HOUR_MILLIS % HALF_HOURS);
        for (Subject subject : subjects) {
            Callers sum = callers.computeIfAbsent(subject, _ -> new Callers());
            sum.all++;
            sum.offered[halfHour]++;
            if (outcome == Outcome.ANSWERED) {
                sum.inTime[halfHour] += wait <= threshold ? 1 : 0;
                int second = (int) (wait / 1000);
                if (second < SECONDS) {
                    sum.answeredAfter[second]++;
                }
            }
        }
    }

    void addLengths(String queue, double[] curve) {
        Length sum = lengths.computeIfAbsent(queue, _ -> new Length());
        for (int i = 0; i < curve.length; i++) {
            sum.sum[i % SLICES] += curve[i];
        }
        sum.days += curve.length / SLICES;
    }

    void addOccupancies(double[] ofAgents) {
        occupancies.add(ofAgents);
    }

    /** Adds another replication's curves to these. */
    public void addAll(Curves other) {
        other.callers.forEach((subject, sum) ->
                callers.computeIfAbsent(subject, _ -> new Callers()).addAll(sum));
        other.lengths.forEach((queue, sum) -> {
            Length mine = lengths.computeIfAbsent(queue, _ -> new Length());
            for (int i = 0; i < SLICES; i++) {
                mine.sum[i] += sum.sum[i];
            }
            mine.days += sum.days;
        });
        occupancies.addAll(other.occupancies);
    }

    public List<Subject> subjects() {
        return List.copyOf(callers.keySet());
    }

    public List<String> queues() {
        return List.copyOf(lengths.keySet());
    }

    /** The share of all callers who were answered within 1, 2, … seconds; empty for an unknown subject. */
    public double[] answeredWithin(Subject subject) {
        Callers sum = callers.get(subject);
        if (sum == null || sum.all == 0) {
            return new double[0];
        }
        double[] shares = new double[SECONDS];
        long answered = 0;
        for (int second = 0; second < SECONDS; second++) {
            answered += sum.answeredAfter[second];
            shares[second] = (double) answered / sum.all;
        }
        return shares;
    }

    /** The share of callers who were answered in time (F3), by half hour of their call; NaN where nobody called. */
    public double[] inTime(Subject subject) {
        Callers sum = callers.get(subject);
        if (sum == null) {
            return new double[0];
        }
        double[] shares = new double[HALF_HOURS];
        for (int i = 0; i < HALF_HOURS; i++) {
            shares[i] = sum.offered[i] == 0 ? Double.NaN : (double) sum.inTime[i] / sum.offered[i];
        }
        return shares;
    }

    /** Mean number in line by five minutes of the day. */
    public double[] length(String queue) {
        Length sum = lengths.get(queue);
        if (sum == null) {
            return new double[0];
        }
        double[] means = sum.sum.clone();
        for (int i = 0; i < means.length; i++) {
            means[i] /= Math.max(1, sum.days);
        }
        return means;
    }

    /** Every agent's occupancy of every replication. */
    public double[] occupancies() {
        return occupancies.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
