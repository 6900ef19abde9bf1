package org.rexian.acd.sim;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How long something takes, in milliseconds, as a distribution. Immutable. */
public sealed interface Spread {

    /** Longer than any simulated day: what {@link Never} draws. */
    long FOREVER = Long.MAX_VALUE / 4;

    /** One value, in whole milliseconds, at least 0. */
    long draw(SplittableRandom random);

    /** Milliseconds; {@link Double#POSITIVE_INFINITY} for {@link Never}. */
    double mean();

    /** Always the same. */
    record Constant(long millis) implements Spread {
        @Override
        public long draw(SplittableRandom random) {
            return millis;
        }

        @Override
        public double mean() {
            return millis;
        }
    }

    /** Memoryless. */
    record Exponential(double mean) implements Spread {
        @Override
        public long draw(SplittableRandom random) {
            return Math.round(-mean * Math.log(1 - random.nextDouble()));
        }
    }

    /** Lognormal by its mean and its coefficient of variation (standard deviation ÷ mean), as talk times mostly are. */
    record LogNormal(double mean, double variation) implements Spread {
        @Override
        public long draw(SplittableRandom random) {
            double variance = Math.log1p(variation * variation);
            double location = Math.log(mean) - variance / 2;
            return Math.round(Math.exp(location + Math.sqrt(variance) * random.nextGaussian()));
        }
    }

    /** One of the values that were really seen, each as likely as the others. */
    final class Empirical implements Spread {
        private final long[] seen;

        /** At least one value; the array is copied. */
        public Empirical(long[] seen) {
            if (seen.length == 0) {
                throw new IllegalArgumentException("no values to draw from");
            }
            this.seen = seen.clone();
        }

        @Override
        public long draw(SplittableRandom random) {
            return seen[random.nextInt(seen.length)];
        }

        @Override
        public double mean() {
            return Arrays.stream(seen).average().orElse(0);
        }
    }

    /** It does not happen: a caller who never gives up. */
    record Never() implements Spread {
        @Override
        public long draw(SplittableRandom random) {
            return FOREVER;
        }

        @Override
        public double mean() {
            return Double.POSITIVE_INFINITY;
        }
    }
}
