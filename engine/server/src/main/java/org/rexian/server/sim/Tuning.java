package org.rexian.server.sim;

import java.util.List;
import java.util.Locale;
import org.rexian.acd.sim.Comparison;
import org.rexian.acd.sim.Measure;
import org.rexian.acd.sim.Policy;
import org.rexian.acd.sim.Scenario;
import org.rexian.acd.sim.Subject;
import org.rexian.acd.sim.Tuner;
import org.rexian.server.config.SimulationPlan;

/** {@code rexian sim --tune}: the search of {@link Tuner}, played by a {@link Player}. */
final class Tuning {

    private static final int MOST_REPLICATIONS = 8;
    private static final long OTHER_CALLERS = 1_000_003;

    private final SimulationPlan plan;
    private final Measure level;
    private final double allAtLeast;
    private final Player player;
    private final ProgressBar bar;

    Tuning(SimulationPlan plan, Measure level, double allAtLeast, Player player, ProgressBar bar) {
        this.plan = plan;
        this.level = level;
        this.allAtLeast = allAtLeast;
        this.player = player;
        this.bar = bar;
    }

    /** What was found before some callers is shown before others: a search learns its callers by heart. */
    static long freshSeed(long seed) {
        return seed + OTHER_CALLERS;
    }

    /** The best policy found from the last one on. */
    Policy search(int trials, long seed, int replications) throws InterruptedException {
        Scenario scenario = plan.scenario();
        boolean classes = scenario.groups().stream()
                .anyMatch(group -> !group.customerClass().isEmpty());
        Tuner.Goal goal = new Tuner.Goal(classes ? Subject.Kind.CLASS : Subject.Kind.GROUP, level, allAtLeast);
        int times = Math.min(replications, MOST_REPLICATIONS);
        Tuner.Trial found = Tuner.search(
                plan.policies().getLast(),
                scenario.groups(),
                goal,
                trials,
                seed,
                policy -> played(scenario, policy, seed, times),
                trial -> bar.at(trial.number(), trial.of(), progress(trial)),
                Thread.currentThread()::isInterrupted);
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped in mid-search");
        }
        return found.best();
    }

    private Comparison played(Scenario scenario, Policy policy, long seed, int times) {
        try {
            return player.quietly(scenario, List.of(policy), seed, times);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Comparison(List.of(policy), List.of());
        }
    }

    private static String progress(Tuner.Trial trial) {
        return String.format(Locale.ROOT, "trials, best %.1f %%", 100 * trial.bestScore());
    }
}
