package org.rexian.acd.sim;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Calls an hour, for each part of the day; Poisson inside a part. The day repeats. Immutable. */
public final class Rates {

    static final long DAY_MILLIS = 86_400_000;
    static final long HALF_HOUR_MILLIS = 1_800_000;
    private static final double HOUR_MILLIS = 3_600_000;

    private final double[] perHour;
    private final long partMillis;

    private Rates(double[] perHour) {
        this.perHour = perHour;
        partMillis = DAY_MILLIS / perHour.length;
    }

    /** The same all day. */
    public static Rates steady(double perHour) {
        return new Rates(new double[] {perHour});
    }

    /** Equal parts of the day: 48 for half hours, 24 for hours. Their number must divide a day's milliseconds. */
    public static Rates parts(double[] perHour) {
        if (perHour.length == 0 || DAY_MILLIS % perHour.length != 0) {
            throw new IllegalArgumentException(perHour.length + " parts do not divide a day");
        }
        return new Rates(perHour.clone());
    }

    /** So many times as many calls. */
    public Rates times(double factor) {
        return new Rates(Arrays.stream(perHour).map(rate -> rate * factor).toArray());
    }

    /** Calls a day, on average. */
    public double perDay() {
        return Arrays.stream(perHour).sum() * partMillis / HOUR_MILLIS;
    }

    /** When the next call comes after {@code after}, both in milliseconds since the first midnight; {@code horizon} or later for none. */
    double next(double after, long horizon, SplittableRandom random) {
        double at = after;
        while (at < horizon) {
            long part = (long) (at / partMillis);
            double rate = perHour[(int) (part % perHour.length)];
            double partEnd = (part + 1.0) * partMillis;
            if (rate > 0) {
                at -= HOUR_MILLIS / rate * Math.log(1 - random.nextDouble());
                if (at < partEnd) {
                    return at;
                }
            }
            // Without memory: what was drawn beyond the part says nothing about the next one.
            at = partEnd;
        }
        return horizon;
    }
}
