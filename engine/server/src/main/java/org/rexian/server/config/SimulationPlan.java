package org.rexian.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.acd.sim.CallerGroup;
import org.rexian.acd.sim.Manners;
import org.rexian.acd.sim.Policy;
import org.rexian.acd.sim.Scenario;

/**
 * What {@code rexian sim} plays.
 *
 * @param policies at least one; the first is what the others are compared with
 */
public record SimulationPlan(String name, Scenario scenario, List<Policy> policies, int seed, int replications) {

    static final Key<Optional<String>> NAME =
            Key.of("name", Kinds.OPTIONAL_TEXT, "", "Title of the report; the file's name where empty.");
    static final Key<Integer> DAYS =
            Key.of("days", Kinds.count(1, 366), "1", "How many days callers come; `--days` is stronger.");
    static final Key<Long> WARM_UP = Key.of(
            "warm-up",
            Kinds.duration("0", "7d"),
            "0",
            "Callers of this first while are played, not measured: for floors that never close.");
    static final Key<Integer> SEED =
            Key.of("seed", Kinds.count(0, 999_999_999), "1", "Another number is another day; `--seed` is stronger.");
    static final Key<Integer> REPLICATIONS = Key.of(
            "replications",
            Kinds.count(1, 10_000),
            "10",
            "How often it is played, for the confidence intervals; `--replications` is stronger.");

    static final Table TABLE = Table.one(
            "",
            "The whole file. Relative paths start from the folder of the file.",
            List.of(NAME, ScenarioFloor.SITE, DAYS, WARM_UP, SEED, REPLICATIONS),
            CallersTable.TABLE,
            ReplayTable.TABLE,
            CrewTable.TABLE,
            ShiftTable.TABLE,
            MannersTable.TABLE,
            PolicyTable.TABLE,
            AcdSetup.TABLE);

    /** In place of a plan that has problems. */
    private static final SimulationPlan EMPTY = new SimulationPlan(
            "", new Scenario(List.of(), List.of(), List.of(), Manners.ideal(), 1, 0), List.of(), 1, 1);

    static SimulationPlan read(Section file, String fileName) {
        ScenarioFloor floor = ScenarioFloor.read(file);
        return floor.known() ? read(file, fileName, floor) : EMPTY;
    }

    private static SimulationPlan read(Section file, String fileName, ScenarioFloor floor) {
        List<CallerGroup> groups =
                new ArrayList<>(CallersTable.readAll(file.sections(CallersTable.TABLE), floor.configuration()));
        RecordedCalls recorded = file.has(ReplayTable.TABLE)
                ? ReplayTable.read(file.section(ReplayTable.TABLE), floor.configuration(), groups.size())
                : RecordedCalls.NONE;
        groups.addAll(recorded.groups());
        if (groups.isEmpty()) {
            file.problem("nobody calls", "add callers or a replay");
        }
        long warmUp = file.get(WARM_UP);
        int days = Math.max(file.get(DAYS), recorded.days());
        if (warmUp >= days * 86_400_000L) {
            file.problem(WARM_UP, "warm-up: nothing is left to measure", "play more days, or warm up for less");
        }
        Scenario scenario = new Scenario(
                List.copyOf(groups),
                recorded.calls(),
                ShiftTable.readAll(
                        file.sections(ShiftTable.TABLE), floor.configuration().agents(), floor.crews()),
                MannersTable.read(file.section(MannersTable.TABLE)),
                days,
                warmUp);
        return new SimulationPlan(
                file.get(NAME).orElse(fileName),
                scenario,
                PolicyTable.readAll(file.sections(PolicyTable.TABLE), floor.configuration()),
                file.get(SEED),
                file.get(REPLICATIONS));
    }

    /** The same for so many days. */
    public SimulationPlan days(int days) {
        Scenario s = scenario;
        return new SimulationPlan(
                name,
                new Scenario(s.groups(), s.replay(), s.shifts(), s.manners(), days, s.warmUpMillis()),
                policies,
                seed,
                replications);
    }

    /** With these policies, too. */
    public SimulationPlan and(List<Policy> others) {
        List<Policy> all = new ArrayList<>(policies);
        all.addAll(others);
        return new SimulationPlan(name, scenario, List.copyOf(all), seed, replications);
    }
}
