package org.rexian.acd.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.ContactKind;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;

/** The search itself, on a made-up landscape: no simulation decides what is best here. */
class TunerTest {

    private static final List<CallerGroup> CALLERS = List.of(group("gold"), group("basic"));

    private static CallerGroup group(String name) {
        return new CallerGroup(
                name,
                ContactKind.VOICE,
                "q",
                "skill." + name + " >= 1",
                name,
                0,
                Rates.steady(1),
                new Spread.Constant(1000),
                Optional.empty(),
                new Spread.Never(),
                20_000);
    }

    private static Policy start() {
        AcdConfiguration queues = House.of(1, 1, new Spread.Constant(1), new Spread.Never())
                .policy()
                .configuration();
        RoutingRules rules = new RoutingRules(
                RoutingRules.ContactChoice.SERVICE_LEVEL,
                1000,
                0,
                List.of(new CustomerClass("gold", 2, 10_000)),
                List.of(),
                1);
        return new Policy("start", new AcdConfiguration(queues.queues(), queues.agents(), rules));
    }

    @Test
    void startsFromTheConfigurationAndKeepsToItsReach() {
        TuningSpace space = new TuningSpace(start().configuration(), CALLERS);
        assertThat(space.size()).isEqualTo(2 * 2 + 2);
        AcdConfiguration same = space.at(space.origin());
        assertThat(same.rules().classes())
                .containsExactly(new CustomerClass("gold", 2, 10_000), new CustomerClass("basic", 1, 20_000));
        assertThat(same.rules().reservations()).isEmpty();
        assertThat(space.at(new double[] {1, -1, 0, 0, 2, 0}).rules())
                .isEqualTo(new RoutingRules(
                        RoutingRules.ContactChoice.SERVICE_LEVEL,
                        1000,
                        0,
                        List.of(new CustomerClass("gold", 4, 5000), new CustomerClass("basic", 1, 20_000)),
                        List.of(new Reservation("skill.gold >= 1", "gold", 2)),
                        1));
    }

    @Test
    void findsTheTopOfASmoothHill() {
        List<Double> scores = new ArrayList<>();
        Tuner.Goal goal = new Tuner.Goal(Subject.Kind.CLASS, Measure.F1, 0);
        Tuner.Trial found = Tuner.search(
                start(), CALLERS, goal, 400, 3, TunerTest::hill, trial -> scores.add(trial.bestScore()), () -> false);
        CustomerClass gold = found.best().configuration().rules().classes().getFirst();
        assertThat(Math.log(gold.weight() / 8) / Math.log(2)).isCloseTo(0, within(0.3));
        assertThat(scores).hasSize(400).isSorted();
        assertThat(found.bestScore()).isGreaterThan(0.95);
    }

    /** Best at a weight of 8 for gold. */
    private static Comparison hill(Policy policy) {
        double octaves =
                Math.log(policy.configuration().rules().classes().getFirst().weight() / 8) / Math.log(2);
        DayFigures figures = DayFigures.known(Map.of(
                new Subject(Subject.Kind.CLASS, "gold"),
                Map.of(Measure.F1, 1 - octaves * octaves / 50),
                Subject.FLOOR,
                Map.of(Measure.F1, 0.9)));
        return new Comparison(List.of(policy), List.of(List.of(figures)));
    }

    @Test
    void aBoundOnTheFloorCountsMoreThanTheAim() {
        Comparison trial = hill(start());
        double free = new Tuner.Goal(Subject.Kind.CLASS, Measure.F1, 0.9).score(trial);
        double bound = new Tuner.Goal(Subject.Kind.CLASS, Measure.F1, 0.95).score(trial);
        assertThat(free - bound).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void stopsWhenToldTo() {
        Tuner.Goal goal = new Tuner.Goal(Subject.Kind.CLASS, Measure.F1, 0);
        List<Integer> seen = new ArrayList<>();
        Tuner.search(start(), CALLERS, goal, 50, 3, TunerTest::hill, t -> seen.add(t.number()), () -> seen.size() == 3);
        assertThat(seen).containsExactly(1, 2, 3);
    }
}
