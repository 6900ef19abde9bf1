package org.rexian.acd.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentView;
import org.rexian.acd.QueueView;
import org.rexian.acd.statistics.NaiveStatistics.Named;

/**
 * Random days: the fold's figures are those that the whole log gives when it is added up the slow way, and they reconcile with each
 * other and with the router, to zero. {@code -Dacd.simulation.seeds=N} runs longer, {@code -Dacd.simulation.seed=S} repeats one.
 */
class StatisticsReconcileTest {

    private static final int COMMANDS = 10_000;

    static Stream<Long> seeds() {
        long only = Long.getLong("acd.simulation.seed", -1);
        return only >= 0
                ? Stream.of(only)
                : Stream.iterate(1L, n -> n + 1).limit(Long.getLong("acd.simulation.seeds", 12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsFoldedIsWhatTheLogSays(long seed) {
        Day day = new Day(seed);
        for (int i = 0; i < COMMANDS; i++) {
            day.step();
            if (i % 500 == 0) {
                theSumsHold(day);
            }
        }
        theSumsHold(day);
        assertThat(day.intervals.keySet())
                .as("seed %d reaches several intervals", seed)
                .hasSizeGreaterThan(2);
        for (Map.Entry<Long, List<IntervalRow>> interval : day.intervals.entrySet()) {
            long end = interval.getKey() + StatisticsRules.INTERVAL_MILLIS;
            same(
                    "seed " + seed + ", interval " + interval.getKey(),
                    byKey(interval.getValue()),
                    day.naive.between(interval.getKey(), end, day.now));
        }
        same(
                "seed " + seed + ", open interval",
                byKey(day.fold.open(day.now)),
                day.naive.between(day.fold.openInterval(), Long.MAX_VALUE, day.now));
        same(
                "seed " + seed + ", totals",
                totals(day.fold, day.now),
                day.naive.between(Long.MIN_VALUE, Long.MAX_VALUE, day.now));
    }

    /** Name by name, so that a failure shows one. */
    private static void same(String what, Map<Named, Figures> folded, Map<Named, Figures> added) {
        assertThat(folded.keySet()).as(what).isEqualTo(added.keySet());
        added.forEach((name, figures) ->
                assertThat(folded.get(name)).as("%s, %s", what, name).isEqualTo(figures));
    }

    @Test
    void theDaysLeaveNoMeasureOut() {
        Figures all = Figures.NONE;
        for (long seed = 101; seed < 113; seed++) {
            Day day = new Day(seed);
            for (int i = 0; i < COMMANDS; i++) {
                day.step();
            }
            all = all.plus(day.fold.total(By.SITE, "", day.now));
        }
        assertThat(all.counts()).containsOnlyKeys(Measure.values());
        assertThat(all.counts().values()).allMatch(count -> count > 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFoldThatIsRestoredGoesOnAsIfNothingHadBeen(long seed) {
        Day day = new Day(seed);
        Random chance = new Random(seed);
        Map<Long, List<IntervalRow>> intervals = new TreeMap<>();
        Statistics other =
                new Statistics(day.rules, rows -> intervals.put(rows.getFirst().start(), rows));
        for (int i = 0; i < COMMANDS / 3; i++) {
            Step step = i == 0 ? day.first : day.step();
            other.begin(step.command);
            step.events.forEach(other::see);
            other.end();
            if (chance.nextInt(40) == 0) {
                other.open(day.now + chance.nextInt(3_600_000)); // whoever looks, even ahead of time, changes nothing
            }
            if (chance.nextInt(100) == 0) {
                other = Statistics.restore(
                        day.rules,
                        other.snapshot(),
                        rows -> intervals.put(rows.getFirst().start(), rows));
            }
        }
        StatisticsSnapshot whole = day.fold.snapshot();
        StatisticsSnapshot pieces = other.snapshot();
        assertThat(pieces.contacts()).as("seed %d", seed).isEqualTo(whole.contacts());
        assertThat(pieces.workers()).as("seed %d", seed).isEqualTo(whole.workers());
        assertThat(pieces.rows()).as("seed %d", seed).isEqualTo(whole.rows());
        assertThat(pieces).as("seed %d", seed).isEqualTo(whole);
        assertThat(intervals.keySet()).as("seed %d", seed).isEqualTo(day.intervals.keySet());
        intervals.forEach((start, rows) ->
                same("seed " + seed + ", " + start, byKey(rows), byKey(day.intervals.getOrDefault(start, List.of()))));
    }

    private static void theSumsHold(Day day) {
        Statistics fold = day.fold;
        String seed = "seed " + day.seed;
        assertThat(fold.strays()).as(seed).isZero();
        Figures site = fold.total(By.SITE, "", day.now);
        Figures queues = sum(fold.totals(By.QUEUE, day.now));
        Figures tiers = sum(fold.totals(By.TIER, day.now));
        Figures agents = sum(fold.totals(By.AGENT, day.now));
        assertThat(sum(fold.totals(By.TEAM, day.now)).counts()).as(seed).isEqualTo(agents.counts());
        assertThat(tiers).as(seed).isEqualTo(queues);
        for (Measure measure : Measure.values()) {
            boolean ofAgents = measure.name().endsWith("_STATE_MILLIS");
            assertThat(site.get(measure))
                    .as("%s, %s", seed, measure)
                    .isEqualTo((ofAgents ? agents : queues).get(measure));
        }
        for (Measure measure : Set.of(
                Measure.OFFERS,
                Measure.TALK_MILLIS,
                Measure.HOLD_MILLIS,
                Measure.WRAP_UP_MILLIS,
                Measure.RING_MILLIS,
                Measure.ANSWERED,
                Measure.COMPLETED)) {
            assertThat(site.get(measure)).as("%s, %s", seed, measure).isEqualTo(agents.get(measure));
        }
        Figures closed = day.intervals.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.by() == By.SITE)
                .map(IntervalRow::figures)
                .reduce(Figures.NONE, Figures::plus);
        Figures open = byKey(fold.open(day.now)).getOrDefault(new Named(By.SITE, ""), Figures.NONE);
        assertThat(closed.plus(open)).as("%s, sum of intervals", seed).isEqualTo(site);
        theyAgreeWithTheRouter(day, seed);
    }

    private static void theyAgreeWithTheRouter(Day day, String seed) {
        for (QueueView queue : day.core.queues()) {
            Figures figures = day.fold.total(By.QUEUE, queue.name(), day.now);
            assertThat(figures.present() + figures.dialledPresent() + consulting(figures))
                    .as("%s, present in %s", seed, queue.name())
                    .isEqualTo(queue.waiting() + queue.ringing() + queue.dialling() + queue.parked());
        }
        Map<String, Long> signedIn = day.naive.signedInMillis(day.now);
        for (AgentView agent : day.core.agents()) {
            Figures figures = day.fold.total(By.AGENT, agent.id(), day.now);
            assertThat(figures.signedInMillis())
                    .as("%s, %s", seed, agent.id())
                    .isEqualTo(signedIn.getOrDefault(agent.id(), 0L));
        }
    }

    private static long consulting(Figures figures) {
        return figures.get(Measure.CONSULTS)
                - figures.get(Measure.CONSULTS_ANSWERED)
                - figures.get(Measure.CONSULTS_GONE);
    }

    private static Figures sum(Map<String, Figures> figures) {
        return figures.values().stream().reduce(Figures.NONE, Figures::plus);
    }

    private static Map<Named, Figures> byKey(List<IntervalRow> rows) {
        Map<Named, Figures> found = new HashMap<>();
        rows.forEach(row -> found.put(new Named(row.by(), row.name()), row.figures()));
        return found;
    }

    private static Map<Named, Figures> totals(Statistics fold, long now) {
        Map<Named, Figures> found = new HashMap<>();
        for (By by : By.values()) {
            fold.totals(by, now).forEach((name, figures) -> {
                if (!figures.isEmpty()) {
                    found.put(new Named(by, name), figures);
                }
            });
        }
        return found;
    }

    private record Step(AcdCommand command, List<AcdEvent> events) {}

    /** A floor with its log. */
    private static final class Day {
        final long seed;
        final StatisticsRules rules;
        final Map<Long, List<IntervalRow>> intervals = new TreeMap<>();
        final Statistics fold;
        final NaiveStatistics naive;
        final AcdCore core = new AcdCore();
        private final BusyFloor random;
        final Step first;
        long now = 1_000_000;

        Day(long seed) {
            this.seed = seed;
            rules = new StatisticsRules(seed % 2 == 0 ? ClockStart.QUEUE_ENTRY : ClockStart.REQUEST, seed % 3 * 2000);
            fold = new Statistics(rules, rows -> intervals.put(rows.getFirst().start(), rows));
            naive = new NaiveStatistics(rules);
            core.follow(fold);
            random = new BusyFloor(seed, core);
            first = play(new AcdCommand.Configure(now, random.configuration()));
        }

        Step step() {
            return play(random.next());
        }

        private Step play(AcdCommand command) {
            List<AcdEvent> events = new ArrayList<>();
            core.apply(command, events::add);
            naive.read(command, events);
            if (events.stream().noneMatch(AcdEvent.CommandRejected.class::isInstance)) {
                now = command.at();
                events.forEach(random::see);
            }
            return new Step(command, events);
        }
    }
}
