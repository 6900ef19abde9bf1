package org.rexian.acd.sim;

import java.util.Arrays;

/**
 * A mean over replications with its 95 % confidence interval by Student's t: {@code mean} ± {@code half}. With less than two
 * replications {@code half} is NaN; replications without the figure are left out.
 */
public record Estimate(double mean, double half, int replications) {

    /** Two-sided 95 % points of Student's t by degrees of freedom, from 1. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.959964;

    /** Of the values that are not NaN. */
    public static Estimate of(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        int n = known.length;
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        if (n < 2) {
            return new Estimate(mean, Double.NaN, n);
        }
        double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        return new Estimate(mean, studentT(n - 1) * Math.sqrt(squares / (n - 1) / n), n);
    }

    public double low() {
        return mean - half;
    }

    public double high() {
        return mean + half;
    }

    /** Beyond the table the first terms of the expansion around the normal point; they err by less than 0.001. */
    static double studentT(int freedom) {
        if (freedom <= T.length) {
            return T[freedom - 1];
        }
        double z = NORMAL;
        double cubic = (z * z * z + z) / 4;
        double fifth = (5 * Math.pow(z, 5) + 16 * z * z * z + 3 * z) / 96;
        return z + cubic / freedom + fifth / ((double) freedom * freedom);
    }
}
