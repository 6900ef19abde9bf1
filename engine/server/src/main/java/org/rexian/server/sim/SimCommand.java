package org.rexian.server.sim;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rexian.acd.sim.Comparison;
import org.rexian.acd.sim.Measure;
import org.rexian.acd.sim.Policy;
import org.rexian.acd.statistics.ServiceLevel.Formula;
import org.rexian.server.Json;
import org.rexian.server.cli.ExitCode;
import org.rexian.server.config.Problem;
import org.rexian.server.config.SimulationFile;
import org.rexian.server.config.SimulationPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rexian sim FILE}: a day of the hotline before it happens. Starts no engine. */
@Command(
        name = "sim",
        description = "Plays days of callers and agents to the router and tells who would have waited how long.",
        mixinStandardHelpOptions = true)
public final class SimCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The scenario; docs/operating/sim has examples.")
    Path file = Path.of("scenario.yaml");

    @Option(names = "--seed", description = "Another number is another day; the file's where left out.")
    Optional<Integer> seed = Optional.empty();

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "How often to play it; the file's where left out.")
    Optional<Integer> replications = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days a replication has; the file's where left out.")
    Optional<Integer> days = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Another scenario, whose policies are played before the callers of the first.")
    Optional<Path> other = Optional.empty();

    @Option(
            names = "--formula",
            defaultValue = "F1",
            description = "The service level to compare by: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    Formula formula = Formula.F1;

    @Option(
            names = "--tune",
            arity = "0..1",
            fallbackValue = "200",
            paramLabel = "TRIALS",
            description =
                    "Search weights, targets and reservations that lift the worst class, starting from the last policy.")
    Optional<Integer> tune = Optional.empty();

    @Option(
            names = "--all-at-least",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "With --tune: the service level of all callers together must not fall below this.")
    double allAtLeast;

    @Option(names = "--json", description = "Print the figures as JSON instead.")
    boolean json;

    @Option(
            names = "--plots",
            paramLabel = "FOLDER",
            description = "Draw waits, service level, occupancy and lines as SVG and PNG.")
    Optional<Path> plots = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Replications at once; the processors of the machine where left out.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        Optional<SimulationPlan> loaded = load(file);
        Optional<SimulationPlan> second = other.isEmpty() ? Optional.empty() : load(other.get());
        if (loaded.isEmpty() || (other.isPresent() && second.isEmpty())) {
            return ExitCode.PROBLEMS;
        }
        SimulationPlan plan = days.map(loaded.get()::days).orElse(loaded.get());
        SimulationPlan whole = second.map(more -> plan.and(named(more))).orElse(plan);
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), terminal && !json);
                Player player = new Player(threads, bar)) {
            return play(whole, player, bar);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("rexian: " + e.getMessage());
            return ExitCode.PROBLEMS;
        }
    }

    private int play(SimulationPlan plan, Player player, ProgressBar bar) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        int times = replications.orElse(plan.replications());
        long from = seed.orElse(plan.seed());
        SimulationPlan last = plan;
        if (tune.isPresent()) {
            Tuning tuning = new Tuning(plan, level(), allAtLeast / 100, player, bar);
            Policy tuned = tuning.search(tune.get(), from, times);
            bar.close();
            if (!json) {
                RulesYaml.lines(tuned.configuration().rules()).forEach(out::println);
                out.println();
            }
            last = plan.and(List.of(tuned));
            from = Tuning.freshSeed(from);
        }
        long began = System.nanoTime();
        Comparison played = player.play(last.scenario(), last.policies(), from, times);
        double seconds = (System.nanoTime() - began) / 1e9;
        bar.close();
        if (json) {
            out.println(Json.text(SimJson.of(last, from, played)));
        } else {
            out.println(headline(last, from, played, seconds));
            out.println();
            new SimReport(played, level()).lines().forEach(out::println);
        }
        if (plots.isPresent()) {
            List<Path> drawn = Plots.draw(played, plots.get());
            spec.commandLine().getErr().println("drew " + drawn.size() + " plots in " + plots.get());
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String headline(SimulationPlan plan, long seed, Comparison played, double seconds) {
        int agents = plan.policies().getFirst().configuration().agents().size();
        return String.format(
                Locale.ROOT,
                "%s: %d agents, %s of %s, seed %d, played in %.1f s",
                plan.name(),
                agents,
                plural(played.replications().size(), "replication"),
                plural(plan.scenario().days(), "day"),
                seed,
                seconds);
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private Measure level() {
        return switch (formula) {
            case F1 -> Measure.F1;
            case F2 -> Measure.F2;
            case F3 -> Measure.F3;
            case F4 -> Measure.F4;
        };
    }

    /** The other file's policies, by names that can't be taken for this one's. */
    private List<Policy> named(SimulationPlan more) {
        String name = more.name();
        return more.policies().stream()
                .map(policy -> new Policy(name + ": " + policy.name(), policy.configuration()))
                .toList();
    }

    private Optional<SimulationPlan> load(Path scenario) {
        return switch (SimulationFile.load(scenario)) {
            case SimulationFile.Outcome.Loaded(SimulationPlan plan, List<Problem> warnings) -> {
                warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
                yield Optional.of(plan);
            }
            case SimulationFile.Outcome.Refused(List<Problem> problems) -> {
                PrintWriter err = spec.commandLine().getErr();
                problems.forEach(err::println);
                err.println(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
                yield Optional.empty();
            }
        };
    }

    private void checkOptions() {
        within("--replications", replications.orElse(1), 1, 10_000);
        within("--days", days.orElse(1), 1, 366);
        within("--threads", threads, 1, 1024);
        within("--tune", tune.orElse(1), 1, 100_000);
        within("--all-at-least", (int) allAtLeast, 0, 100);
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " takes a number from " + least + " to " + most + ", not " + value);
        }
    }
}
