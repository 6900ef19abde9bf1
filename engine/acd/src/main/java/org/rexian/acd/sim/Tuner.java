package org.rexian.acd.sim;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Searches weights, targets and reservations that lift the worst subject's service level: a third of its trials at random, the rest in
 * smaller and smaller steps from the best. Every trial meets the same callers, so what it finds must be shown anew on
 * other callers before anybody believes it. The same seed finds the same.
 */
public final class Tuner {

    /** A point short of the bound costs as much as this many points of the aim. */
    private static final double PENALTY = 10;

    /** The first step's share of the reach; the last one's is a twentieth of it. */
    private static final double FIRST_STEP = 0.4;

    private Tuner() {}

    /**
     * What is wanted: the highest service level of the worst subject of this kind.
     *
     * @param floorAtLeast bound: the whole floor's service level must not fall below this share; 0 for no bound
     */
    public record Goal(Subject.Kind kind, Measure measure, double floorAtLeast) {

        double score(Comparison trial) {
            double worst = trial.worst(0, kind, measure).mean();
            double floor = trial.estimate(0, Subject.FLOOR, measure).mean();
            return worst - PENALTY * Math.max(0, floorAtLeast - floor);
        }
    }

    /** How far the search is. */
    public record Trial(int number, int of, double score, Policy best, double bestScore) {}

    /**
     * The best policy found, named {@code tuned}.
     *
     * @param simulate plays the policies before callers that stay the same
     */
    public static Trial search(
            Policy start,
            List<CallerGroup> callers,
            Goal goal,
            int trials,
            long seed,
            Function<Policy, Comparison> simulate,
            Consumer<Trial> progress,
            BooleanSupplier stop) {
        TuningSpace space = new TuningSpace(start.configuration(), callers);
        SplittableRandom random = new SplittableRandom(seed);
        double[] best = space.origin();
        Trial found = new Trial(0, trials, Double.NEGATIVE_INFINITY, start, Double.NEGATIVE_INFINITY);
        for (int number = 1; number <= trials && !stop.getAsBoolean(); number++) {
            double[] point = next(space, best, number, trials, random);
            Policy policy = new Policy("tuned", space.at(point));
            double score = goal.score(simulate.apply(policy));
            if (score > found.bestScore()) {
                best = point;
                found = new Trial(number, trials, score, policy, score);
            } else {
                found = new Trial(number, trials, score, found.best(), found.bestScore());
            }
            progress.accept(found);
        }
        return found;
    }

    private static double[] next(TuningSpace space, double[] best, int number, int trials, SplittableRandom random) {
        if (number == 1) {
            return best;
        }
        int explored = Math.max(1, trials / 3);
        if (number <= explored) {
            return space.anywhere(random);
        }
        double done = (double) (number - explored) / (trials - explored);
        return space.near(best, FIRST_STEP * Math.pow(0.05, done), random);
    }
}
