package org.rexian.acd.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The closed formulas against known values, and the simulated floor against the formulas. */
class ErlangOracleTest {

    private static final double CALLS_AN_HOUR = 48 * 60;
    private static final Spread TALK = new Spread.Exponential(House.MINUTE);

    @Test
    void erlangCByFormula() {
        assertThat(Erlang.waits(48, 50)).isCloseTo(0.6945, within(0.00005));
        assertThat(Erlang.meanWait(48, 50, 60)).isCloseTo(20.83, within(0.005));
        assertThat(Erlang.waits(50, 50)).isEqualTo(1);
        assertThat(Erlang.meanWait(50, 50, 60)).isInfinite();
        assertThat(Erlang.serviceLevel(60, 50, 60, 20)).isZero();
    }

    @Test
    void agentsForEightyInTwenty() {
        assertThat(Erlang.agentsFor(10, 180, 20, 0.8)).isEqualTo(14);
        assertThat(Erlang.agentsFor(50, 180, 20, 0.8)).isEqualTo(56);
        assertThat(Erlang.agentsFor(100, 180, 20, 0.8)).isEqualTo(107);
        assertThat(Erlang.serviceLevel(10, 13, 180, 20)).isLessThan(0.8);
        assertThatThrownBy(() -> Erlang.agentsFor(10, 180, 20, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void erlangAByFormula() {
        Erlang.Abandonment found = Erlang.abandonment(48, 1, 2, 50);
        assertThat(found.abandoned()).isCloseTo(0.0309, within(0.00005));
        assertThat(found.meanWait() * 60).isCloseTo(3.71, within(0.005));
        assertThat(found.occupancy()).isCloseTo(0.930, within(0.0005));
    }

    /** A load that would overflow a naive sum of weights. */
    @Test
    void erlangAOfALargeHouse() {
        Erlang.Abandonment found = Erlang.abandonment(5000, 1, 2, 5000);
        assertThat(found.abandoned()).isBetween(0.0, 0.02);
        assertThat(found.occupancy()).isCloseTo((1 - found.abandoned()), within(1e-9));
    }

    @Test
    void simulatedErlangC() {
        Comparison days = House.of(50, CALLS_AN_HOUR, TALK, new Spread.Never())
                .warm(House.HOUR)
                .play(15);
        contains(days, Measure.WAITED_SHARE, 0.6945);
        contains(days, Measure.ASA, 20.83);
        contains(days, Measure.OCCUPANCY, 0.96);
        assertThat(days.estimate(0, Subject.FLOOR, Measure.OVERTAKES).mean()).isZero();
    }

    @Test
    void simulatedErlangA() {
        Comparison days = House.of(50, CALLS_AN_HOUR, TALK, new Spread.Exponential(2 * House.MINUTE))
                .warm(House.HOUR)
                .play(15);
        contains(days, Measure.ABANDONED_SHARE, 0.0309);
        contains(days, Measure.MEAN_WAIT, 3.71);
        contains(days, Measure.OCCUPANCY, 0.930);
        assertThat(days.estimate(0, Subject.FLOOR, Measure.ABANDONED_SHARE).half())
                .isLessThan(0.003);
    }

    @Test
    void simulatedStaffing() {
        double handling = 180;
        House house = House.of(14, 10 * 3600 / handling, new Spread.Exponential(handling * 1000), new Spread.Never());
        contains(house.warm(House.HOUR).play(15), Measure.F2, Erlang.serviceLevel(10, 14, handling, 20));
    }

    private static void contains(Comparison days, Measure measure, double expected) {
        Estimate found = days.estimate(0, Subject.FLOOR, measure);
        assertThat(expected).as("%s %s", measure, found).isBetween(found.low(), found.high());
    }
}
