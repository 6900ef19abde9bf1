package org.rexian.acd.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.QueueDefinition;

/** Replications, their intervals, and two policies before the same callers. */
class ComparisonTest {

    private static final House HOUSE =
            House.of(20, 225, new Spread.LogNormal(5 * House.MINUTE, 1), new Spread.Exponential(2 * House.MINUTE));

    @Test
    void studentsT() {
        assertThat(Estimate.studentT(1)).isEqualTo(12.706);
        assertThat(Estimate.studentT(19)).isEqualTo(2.093);
        assertThat(Estimate.studentT(40)).isCloseTo(2.021, within(0.001));
        assertThat(Estimate.studentT(120)).isCloseTo(1.980, within(0.001));
        Estimate known = Estimate.of(new double[] {1, 2, 3, 4, Double.NaN});
        assertThat(known.mean()).isEqualTo(2.5);
        assertThat(known.half()).isCloseTo(3.182 * Math.sqrt(5.0 / 3 / 4), within(1e-9));
        assertThat(Estimate.of(new double[] {1}).half()).isNaN();
    }

    @Test
    void whoAnswersDoesNotChangeTheWaitsButItsFairness() {
        Policy idle = HOUSE.policy();
        Policy linear = HOUSE.policy(
                QueueDefinition.named("q").agentChoice(AgentChoice.BEST_SKILL).build());
        Comparison days = House.play(HOUSE.scenario(), List.of(idle, linear), 4);
        Estimate calls = days.difference(1, 0, Subject.FLOOR, Measure.OFFERED);
        assertThat(calls).isEqualTo(new Estimate(0, 0, 4));
        assertThat(days.difference(1, 0, Subject.FLOOR, Measure.F1).mean()).isCloseTo(0, within(0.02));
    }

    @Test
    void aPairedDifferenceIsBetterKnownThanItsSides() {
        Policy plain = HOUSE.policy();
        Policy wrapUp = HOUSE.policy(QueueDefinition.named("q")
                .agentChoice(AgentChoice.LONGEST_IDLE)
                .wrapUpMillis(3000)
                .build());
        Comparison days = House.play(HOUSE.scenario(), List.of(plain, wrapUp), 8);
        Estimate difference = days.difference(1, 0, Subject.FLOOR, Measure.F3);
        assertThat(difference.high()).isNegative();
        assertThat(difference.half())
                .isLessThan(days.estimate(0, Subject.FLOOR, Measure.F3).half());
        assertThat(days.worstDifference(1, 0, Subject.Kind.QUEUE, Measure.F3)).isEqualTo(difference);
    }

    @Test
    void curvesAgreeWithTheFigures() {
        Comparison days = HOUSE.play(2);
        Curves curves = days.curves(0);
        double[] within = curves.answeredWithin(Subject.FLOOR);
        double share =
                1 - days.estimate(0, Subject.FLOOR, Measure.ABANDONED_SHARE).mean();
        assertThat(within[Curves.SECONDS - 1]).isCloseTo(share, within(0.002));
        assertThat(curves.occupancies()).hasSize(40);
        double mean = LongStream.range(0, Curves.SLICES)
                        .mapToDouble(i -> curves.length("q")[(int) i])
                        .sum()
                / Curves.SLICES;
        assertThat(mean)
                .isCloseTo(days.estimate(0, Subject.FLOOR, Measure.QUEUE_MEAN).mean(), within(0.01));
        assertThat(curves.inTime(Subject.FLOOR)).hasSize(48).doesNotContain(Double.NaN);
    }

    @Test
    void theHeapIsAnOrderedPlan() {
        long seed = 17;
        Random random = new Random(seed);
        EventHeap heap = new EventHeap();
        for (int i = 0; i < 5000; i++) {
            heap.add(random.nextInt(300), i);
        }
        long[] lastOf = new long[300];
        long before = 0;
        for (int i = 0; i < 5000; i++) {
            long at = heap.next();
            long event = heap.take();
            assertThat(at).as("seed %d", seed).isGreaterThanOrEqualTo(before);
            assertThat(event).as("seed %d", seed).isGreaterThanOrEqualTo(lastOf[(int) at]);
            lastOf[(int) at] = event;
            before = at;
        }
        assertThat(heap.next()).isEqualTo(Long.MAX_VALUE);
    }
}
