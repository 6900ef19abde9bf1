package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.ivr.FlowInput.QueuePosition;

class ToldPlaceTest {

    private final ToldPlace place = new ToldPlace();

    @Test
    void whatIsToldNeverGrowsWithinAQueue() {
        assertThat(place.entered(5)).isEqualTo(new QueuePosition(5, -1));
        assertThat(place.moved(4, 90_000)).isEqualTo(new QueuePosition(4, 90_000));
        assertThat(place.moved(6, 120_000)).as("somebody went ahead").isEqualTo(new QueuePosition(4, 90_000));
        assertThat(place.moved(3, -1)).as("the wait is unknown for a moment").isEqualTo(new QueuePosition(3, 90_000));
        assertThat(place.moved(2, 30_000)).isEqualTo(new QueuePosition(2, 30_000));
    }

    @Test
    void anotherQueueBeginsAnew() {
        place.entered(1);
        place.moved(1, 10_000);
        assertThat(place.entered(7)).isEqualTo(new QueuePosition(7, -1));
        assertThat(place.moved(7, 300_000)).isEqualTo(new QueuePosition(7, 300_000));
    }
}
