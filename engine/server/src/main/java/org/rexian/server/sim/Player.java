package org.rexian.server.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.rexian.acd.sim.Comparison;
import org.rexian.acd.sim.DayFigures;
import org.rexian.acd.sim.Policy;
import org.rexian.acd.sim.Replication;
import org.rexian.acd.sim.Scenario;

/** Plays the replications of a scenario on several threads; what comes out does not depend on their number. */
final class Player implements AutoCloseable {

    private final ExecutorService threads;
    private final ProgressBar bar;

    Player(int threads, ProgressBar bar) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("rexian-sim-", 0).daemon().factory());
        this.bar = bar;
    }

    /**
     * Blocks until all are played.
     *
     * @throws IllegalArgumentException when the router refuses a policy, with its reason
     */
    Comparison play(Scenario scenario, List<Policy> policies, long seed, int replications) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        bar.at(0, replications, "replications");
        return play(
                scenario,
                policies,
                seed,
                replications,
                () -> bar.at(done.incrementAndGet(), replications, "replications"));
    }

    /** The same without a word. */
    Comparison quietly(Scenario scenario, List<Policy> policies, long seed, int replications)
            throws InterruptedException {
        return play(scenario, policies, seed, replications, () -> {});
    }

    private Comparison play(Scenario scenario, List<Policy> policies, long seed, int replications, Runnable onDone)
            throws InterruptedException {
        List<Callable<List<DayFigures>>> tasks = new ArrayList<>();
        for (int i = 0; i < replications; i++) {
            int number = i;
            tasks.add(() -> {
                List<DayFigures> figures =
                        Replication.play(scenario, policies, seed, number, Thread.currentThread()::isInterrupted);
                onDone.run();
                return figures;
            });
        }
        List<List<DayFigures>> played = new ArrayList<>();
        for (Future<List<DayFigures>> each : threads.invokeAll(tasks)) {
            played.add(result(each));
        }
        return new Comparison(policies, List.copyOf(played));
    }

    private static List<DayFigures> result(Future<List<DayFigures>> played) throws InterruptedException {
        try {
            return played.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("a replication failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
