package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The same callers before each policy. Pure: the same arguments give the same figures, on whatever thread. */
public final class Replication {

    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private Replication() {}

    /**
     * One replication: figures a policy, in the order of the policies.
     *
     * @param number from 0; replications of one seed are independent of each other
     * @param stop asked from time to time, true breaks off: the figures are then of no use
     * @throws IllegalArgumentException when the router refuses a policy, with its reason
     */
    public static List<DayFigures> play(
            Scenario scenario, List<Policy> policies, long seed, int number, BooleanSupplier stop) {
        long own = seed + number * SEED_STEP;
        Traffic traffic = Traffic.draw(scenario, own);
        List<DayFigures> figures = new ArrayList<>();
        for (Policy policy : policies) {
            DayLog log = Simulation.run(scenario, traffic, policy.configuration(), own, stop);
            figures.add(DayFigures.of(log));
        }
        return figures;
    }
}
