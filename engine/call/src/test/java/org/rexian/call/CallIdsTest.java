package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallIdsTest {

    @Test
    void ascendEvenWhenAMillisecondBringsMoreThanAThousand() {
        CallIds ids = new CallIds();
        long last = 0;
        for (int i = 0; i < 3000; i++) {
            long next = ids.next(1_790_000_000_000L);
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(last).isEqualTo(1_790_000_000_000_000L + 2999);
    }

    @Test
    void fitTheNumbersOfJson() {
        long yearTwentyTwoHundred = 7_258_118_400_000L;
        assertThat(new CallIds().next(yearTwentyTwoHundred)).isLessThan(1L << 53);
    }
}
