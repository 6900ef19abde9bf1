package org.rexian.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rexian.media.rtp.ReceptionStatistics.Order;

class ReceptionStatisticsTest {

    private final ReceptionStatistics statistics = new ReceptionStatistics();

    @Test
    void countsLossAcrossTheWrapAndForgivesDisorder() {
        for (int sequence : new int[] {65_533, 65_534, 0, 65_535, 3}) { // 1 and 2 are lost
            statistics.onPacket(1, sequence);
        }
        assertThat(statistics.packetsReceived()).isEqualTo(5);
        assertThat(statistics.packetsLost()).isEqualTo(2);
        assertThat(statistics.extendedHighestSequence()).isEqualTo(65_536 + 3);
        assertThat(statistics.takeFractionLost()).isEqualTo(2 * 256 / 7);
        assertThat(statistics.takeFractionLost()).isZero();
    }

    @Test
    void tellsOrderAndBelievesAJumpOnlyWhenItGoesOn() {
        assertThat(statistics.onPacket(1, 10)).isEqualTo(Order.RESTARTED);
        assertThat(statistics.onPacket(1, 11)).isEqualTo(Order.NEWEST);
        assertThat(statistics.onPacket(1, 10)).isEqualTo(Order.LATE);
        assertThat(statistics.onPacket(1, 30_000)).isEqualTo(Order.DOUBTFUL);
        assertThat(statistics.onPacket(1, 12)).isEqualTo(Order.NEWEST);
        assertThat(statistics.onPacket(1, 40_000)).isEqualTo(Order.DOUBTFUL);
        assertThat(statistics.onPacket(1, 40_001)).isEqualTo(Order.RESTARTED);
        assertThat(statistics.onPacket(2, 5)).isEqualTo(Order.RESTARTED);
        assertThat(statistics.packetsLost()).isZero();
    }

    @Test
    void jitterIsNoneForAnEvenStreamAndGrowsWithAnUnevenOne() {
        statistics.onPacket(1, 0);
        for (int i = 0; i < 100; i++) {
            statistics.onArrival(i * 160, i * 160);
        }
        assertThat(statistics.jitter()).isZero();
        for (int i = 100; i < 400; i++) {
            statistics.onArrival(i * 160 + (i % 2) * 80, i * 160); // 10 ms to and fro
        }
        assertThat(statistics.jitterMillis()).isCloseTo(10, within(0.5));
    }

    @Test
    void opinionFallsWithLossAndDelay() {
        assertThat(EModel.mos(0, 0, -1)).isBetween(4.3, 4.5);
        assertThat(EModel.mos(0.05, 0, -1)).isBetween(3.2, 4.1);
        assertThat(EModel.mos(0, 0, 800)).isLessThan(EModel.mos(0, 0, 200));
        assertThat(EModel.mos(1, 500, 5_000)).isEqualTo(1.0);
    }
}
