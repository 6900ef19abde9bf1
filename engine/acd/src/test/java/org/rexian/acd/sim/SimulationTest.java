package org.rexian.acd.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;
import org.rexian.acd.ContactKind;
import org.rexian.acd.QueueDefinition;

/** What a simulated day is made of: callers drawn once, agents who come and go, and a log that adds up. */
class SimulationTest {

    private static final Spread TALK = new Spread.LogNormal(5 * House.MINUTE, 1);
    private static final Spread PATIENCE = new Spread.Exponential(2 * House.MINUTE);
    private static final House BUSY = House.of(20, 240, TALK, PATIENCE);

    private static DayLog play(Scenario scenario, Policy policy) {
        return Simulation.run(scenario, Traffic.draw(scenario, 5), policy.configuration(), 5, () -> false);
    }

    private static double floor(House house, Measure measure) {
        return house.play(1).replications().getFirst().getFirst().of(Subject.FLOOR, measure);
    }

    @Test
    void theSameSeedIsTheSameDay() {
        DayLog first = play(BUSY.scenario(), BUSY.policy());
        DayLog second = play(BUSY.scenario(), BUSY.policy());
        assertThat(first.traffic.size).isGreaterThan(5000);
        for (int caller = 0; caller < first.traffic.size; caller++) {
            assertThat(second.outcome(caller)).isEqualTo(first.outcome(caller));
            assertThat(second.waited(caller)).isEqualTo(first.waited(caller));
        }
    }

    @Test
    void everyCallerHasOneOutcomeAndTheyAddUp() {
        DayFigures day = BUSY.play(1).replications().getFirst().getFirst();
        double parts = day.of(Subject.FLOOR, Measure.ANSWERED)
                + day.of(Subject.FLOOR, Measure.ABANDONED)
                + day.of(Subject.FLOOR, Measure.SENT_AWAY)
                + day.of(Subject.FLOOR, Measure.STILL_WAITING);
        assertThat(parts).isEqualTo(day.of(Subject.FLOOR, Measure.OFFERED));
        assertThat(day.of(Subject.FLOOR, Measure.ABANDONED)).isPositive();
        assertThat(day.of(Subject.FLOOR, Measure.OVERTAKES)).isZero();
        assertThat(day.of(new Subject(Subject.Kind.QUEUE, "q"), Measure.F1))
                .isEqualTo(day.of(Subject.FLOOR, Measure.F1));
    }

    @Test
    void aNewGroupLeavesTheOthersCallersAsTheyWere() {
        CallerGroup other = House.group("others", Rates.steady(100), TALK, PATIENCE);
        Scenario alone = BUSY.scenario();
        Scenario both = new Scenario(
                List.of(other, BUSY.callers()), List.of(), alone.shifts(), alone.manners(), alone.days(), 0);
        Traffic without = Traffic.draw(alone, 5);
        Traffic with = Traffic.draw(both, 5);
        int[] kept =
                IntStream.range(0, with.size).filter(i -> with.group[i] == 1).toArray();
        assertThat(kept).hasSize(without.size);
        for (int i = 0; i < kept.length; i++) {
            assertThat(with.at[kept[i]]).isEqualTo(without.at[i]);
            assertThat(with.talk[kept[i]]).isEqualTo(without.talk[i]);
            assertThat(with.patience[kept[i]]).isEqualTo(without.patience[i]);
        }
    }

    @Test
    void arrivalsFollowTheHalfHours() {
        double[] perHour = new double[48];
        perHour[18] = 600;
        perHour[19] = 1200;
        Rates rates = Rates.parts(perHour);
        Traffic traffic = Traffic.draw(
                BUSY.with(House.group("callers", rates, TALK, PATIENCE)).scenario(), 3);
        long first = IntStream.range(0, traffic.size)
                .filter(i -> traffic.at[i] < 9.5 * House.HOUR)
                .count();
        assertThat(rates.perDay()).isEqualTo(900);
        assertThat(traffic.at[0]).isGreaterThanOrEqualTo(9 * House.HOUR);
        assertThat(traffic.at[traffic.size - 1]).isLessThan(10 * House.HOUR);
        assertThat((double) first).isCloseTo(300, within(60.0));
        assertThat((double) traffic.size - first).isCloseTo(600, within(80.0));
        assertThatThrownBy(() -> Rates.parts(new double[7])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyAnswersOutsideTheShiftOrInABreak() {
        List<Shift> shifts = new ArrayList<>();
        Shift.Break lunch = new Shift.Break(12 * House.HOUR, 13 * House.HOUR, "lunch");
        for (int i = 0; i < 20; i++) {
            shifts.add(new Shift("a" + i, 8 * House.HOUR, 18 * House.HOUR, List.of(lunch)));
        }
        House twoDays = new House(20, BUSY.callers(), Manners.ideal(), 2, 0);
        DayLog log = play(twoDays.scenario(shifts), twoDays.policy());
        int[] answeredByHour = new int[48];
        for (int caller = 0; caller < log.traffic.size; caller++) {
            if (log.outcome(caller) == Outcome.ANSWERED) {
                answeredByHour[(int) ((log.traffic.at[caller] + log.waited(caller)) / House.HOUR)]++;
            }
        }
        for (int hour = 0; hour < 48; hour++) {
            boolean open = hour % 24 >= 8 && hour % 24 < 18 && hour % 24 != 12;
            assertThat(answeredByHour[hour] > 0).as("hour %d", hour).isEqualTo(open);
        }
    }

    @Test
    void aNightShiftOfTheEveningBeforeIsThereAtTheFirstMidnight() {
        List<Shift> shifts = List.of(new Shift("a0", 22 * House.HOUR, 30 * House.HOUR, List.of()));
        House house = House.of(1, 30, new Spread.Constant(House.MINUTE), PATIENCE);
        DayLog log = play(house.scenario(shifts), house.policy());
        assertThat(log.outcome(0)).isEqualTo(Outcome.ANSWERED);
        assertThat(log.traffic.at[0]).isLessThan(House.HOUR);
        assertThat(log.waited(0)).isZero();
    }

    @Test
    void missedCallsAreOfferedAgainAndKeepTheirPlace() {
        Manners careless = new Manners(new Spread.Constant(3 * House.SECOND), 0.05, 30 * House.SECOND);
        for (RingNoAnswer then : RingNoAnswer.values()) {
            Policy policy = BUSY.policy(QueueDefinition.named("q")
                    .agentChoice(AgentChoice.LONGEST_IDLE)
                    .ringNoAnswer(then)
                    .build());
            House house = BUSY.with(careless);
            DayFigures day = House.play(house.scenario(), List.of(policy), 1)
                    .replications()
                    .getFirst()
                    .getFirst();
            double offers = day.of(Subject.FLOOR, Measure.ANSWERED) + day.of(Subject.FLOOR, Measure.RING_NO_ANSWERS);
            assertThat(day.of(Subject.FLOOR, Measure.RING_NO_ANSWERS) / offers).isCloseTo(0.05, within(0.015));
            assertThat(day.of(Subject.FLOOR, Measure.OVERTAKES)).isZero();
            assertThat(day.of(Subject.FLOOR, Measure.P50)).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void drawnWrapUpKeepsAgentsBusy() {
        CallerGroup callers = BUSY.callers();
        CallerGroup wrappingUp = new CallerGroup(
                callers.name(),
                callers.kind(),
                callers.queue(),
                "",
                "",
                0,
                Rates.steady(60),
                new Spread.Constant(5 * House.MINUTE),
                Optional.of(new Spread.Exponential(5 * House.MINUTE)),
                new Spread.Never(),
                20_000);
        double without = floor(
                BUSY.with(House.group("callers", Rates.steady(60), wrappingUp.talk(), new Spread.Never())),
                Measure.OCCUPANCY);
        double with = floor(BUSY.with(wrappingUp), Measure.OCCUPANCY);
        assertThat(without).isCloseTo(0.25, within(0.02));
        assertThat(with).isCloseTo(0.50, within(0.04));
    }

    /** One group's drawn wrap-up must not leave the other's agents in wrap-up for ever. */
    @Test
    void callersWithoutADrawnWrapUpKeepTheQueuesTime() {
        Spread talk = new Spread.Constant(5 * House.MINUTE);
        CallerGroup fixed = House.group("fixed", Rates.steady(60), talk, new Spread.Never());
        CallerGroup drawn = new CallerGroup(
                "drawn",
                ContactKind.VOICE,
                "q",
                "",
                "",
                0,
                Rates.steady(0.1),
                talk,
                Optional.of(new Spread.Constant(0)),
                new Spread.Never(),
                20_000);
        House house = House.of(20, 0, talk, new Spread.Never());
        Scenario plain = house.scenario();
        Scenario both = new Scenario(List.of(fixed, drawn), List.of(), plain.shifts(), plain.manners(), 1, 0);
        Policy policy = house.policy(
                QueueDefinition.named("q").wrapUpMillis(5 * House.MINUTE).build());
        Comparison day = House.play(both, List.of(policy), 1);
        assertThat(day.estimate(0, Subject.FLOOR, Measure.OCCUPANCY).mean()).isCloseTo(0.5, within(0.04));
    }

    @Test
    void theQueuesOwnWrapUpIsItsTimer() {
        House house = House.of(20, 60, new Spread.Constant(5 * House.MINUTE), new Spread.Never());
        Policy policy = house.policy(
                QueueDefinition.named("q").wrapUpMillis(5 * House.MINUTE).build());
        Comparison day = House.play(house.scenario(), List.of(policy), 1);
        assertThat(day.estimate(0, Subject.FLOOR, Measure.OCCUPANCY).mean()).isCloseTo(0.5, within(0.04));
    }

    /** Two agents with three chats each serve six at once: at an offered load of 3.3 hardly anybody waits. */
    @Test
    void anAgentHasSeveralChatsAtOnce() {
        CallerGroup chats = new CallerGroup(
                "chats",
                ContactKind.CHAT,
                "q",
                "",
                "",
                0,
                Rates.steady(40),
                new Spread.Exponential(5 * House.MINUTE),
                Optional.empty(),
                new Spread.Never(),
                20_000);
        House house = House.of(2, 0, TALK, PATIENCE).with(chats);
        AcdConfiguration one = house.policy().configuration();
        List<AgentDefinition> several = one.agents().stream()
                .map(agent -> new AgentDefinition(
                        agent.id(), "", "", agent.skills(), agent.queues(), OptionalLong.empty(), List.of(), 3))
                .toList();
        Policy policy = new Policy("chats", new AcdConfiguration(one.queues(), several));
        DayFigures day = House.play(house.scenario(), List.of(policy), 1)
                .replications()
                .getFirst()
                .getFirst();
        assertThat(day.of(Subject.FLOOR, Measure.ANSWERED)).isEqualTo(day.of(Subject.FLOOR, Measure.OFFERED));
        assertThat(day.of(Subject.FLOOR, Measure.F2)).isGreaterThan(0.8);
        assertThat(day.of(Subject.FLOOR, Measure.OVERTAKES)).isZero();
    }

    @Test
    void recordedCallsAreReplayedAsTheyCame() {
        House quiet = House.of(1, 0, TALK, PATIENCE);
        List<RecordedCall> records = List.of(
                new RecordedCall(2000, 0, OptionalLong.of(10_000), OptionalLong.empty(), OptionalLong.empty()),
                new RecordedCall(1000, 0, OptionalLong.of(30_000), OptionalLong.empty(), OptionalLong.empty()),
                new RecordedCall(3000, 0, OptionalLong.of(10_000), OptionalLong.empty(), OptionalLong.of(5000)));
        Scenario scenario = new Scenario(
                List.of(House.group("recorded", Rates.steady(0), TALK, new Spread.Never())),
                records,
                quiet.scenario().shifts(),
                Manners.ideal(),
                1,
                0);
        DayLog log = play(scenario, quiet.policy());
        assertThat(log.traffic.at).containsExactly(1000, 2000, 3000);
        assertThat(log.waited(0)).isZero();
        assertThat(log.waited(1)).isEqualTo(29_000);
        assertThat(log.outcome(2)).isEqualTo(Outcome.ABANDONED);
        assertThat(log.waited(2)).isEqualTo(5000);
    }

    @Test
    void whoWaitsForEverIsCountedAsLeftWaiting() {
        House nobody = House.of(1, 10, TALK, new Spread.Never());
        List<Shift> morning = List.of(new Shift("a0", 0, House.HOUR, List.of()));
        DayFigures day = House.play(nobody.scenario(morning), List.of(nobody.policy()), 1)
                .replications()
                .getFirst()
                .getFirst();
        assertThat(day.of(Subject.FLOOR, Measure.STILL_WAITING)).isPositive();
        assertThat(day.of(Subject.FLOOR, Measure.QUEUE_MEAN)).isGreaterThan(10);
        assertThat(day.of(Subject.FLOOR, Measure.ABANDONED)).isZero();
    }

    @Test
    void aPolicyForAnotherHouseSaysWhy() {
        House smaller = House.of(3, 1, TALK, PATIENCE);
        assertThatThrownBy(() -> House.play(BUSY.scenario(), List.of(smaller.policy()), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no agent a3 in the configuration");
        Policy elsewhere = new Policy("elsewhere", new AcdConfiguration(List.of(), List.of()));
        assertThatThrownBy(() -> House.play(BUSY.scenario(), List.of(elsewhere), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no queue q in the configuration");
    }

    @Test
    void aRefusedPolicySaysWhy() {
        Policy policy = BUSY.policy(QueueDefinition.named("q").requirement("((").build());
        assertThatThrownBy(() -> House.play(BUSY.scenario(), List.of(policy), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requirement");
    }

    @Test
    void spreadsHaveTheMeanThatTheySay() {
        List<Spread> spreads = List.of(
                new Spread.Constant(1234),
                new Spread.Exponential(60_000),
                new Spread.LogNormal(300_000, 0.8),
                new Spread.Empirical(new long[] {1000, 2000, 6000}));
        for (Spread spread : spreads) {
            SplittableRandom random = new SplittableRandom(9);
            double sum = 0;
            for (int i = 0; i < 200_000; i++) {
                sum += spread.draw(random);
            }
            assertThat(sum / 200_000).as("%s", spread).isCloseTo(spread.mean(), within(spread.mean() * 0.01));
        }
        assertThat(new Spread.Never().mean()).isInfinite();
        assertThatThrownBy(() -> new Spread.Empirical(new long[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
