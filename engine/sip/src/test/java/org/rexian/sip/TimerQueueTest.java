package org.rexian.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private long now = 1_000_000;
    private final TimerQueue timers = new TimerQueue(() -> now);
    private final List<String> fired = new ArrayList<>();

    private void at(long millis) {
        now = millis;
        timers.fireDue(now);
    }

    @Test
    void firesNeverEarlyAndAtMostATickLate() {
        timers.in(500, () -> fired.add("b"));
        timers.in(100, () -> fired.add("a"));
        at(1_000_099);
        assertThat(fired).isEmpty();
        at(1_000_100);
        assertThat(fired).containsExactly("a");
        at(1_000_503);
        assertThat(fired).containsExactly("a", "b");
        assertThat(timers.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void firesInOrderOfTimeWhenTheLoopWasLate() {
        timers.in(300, () -> fired.add("300"));
        timers.in(100, () -> fired.add("100"));
        timers.in(40_000, () -> fired.add("40000"));
        timers.in(200, () -> fired.add("200"));
        at(1_100_000);
        assertThat(fired).containsExactly("100", "200", "300", "40000");
    }

    @Test
    void aCancelledTimerDoesNotFireNotEvenFromAnActionOfTheSameTick() {
        TimerQueue.Timer[] pair = new TimerQueue.Timer[2];
        pair[0] = timers.in(100, () -> pair[1].cancel());
        pair[1] = timers.in(100, () -> pair[0].cancel());
        timers.in(50, () -> fired.add("x")).cancel();
        at(1_001_000);
        assertThat(fired).isEmpty();
        assertThat(timers.size()).isZero();
        assertThat(pair[0].waiting()).isFalse();
        assertThat(pair[1].waiting()).isFalse();
    }

    @Test
    void anActionMaySchedule() {
        timers.in(100, () -> timers.in(100, () -> fired.add("second")));
        at(1_000_100);
        at(1_000_200);
        assertThat(fired).containsExactly("second");
    }

    @Test
    void anActionThatThrowsLeavesTheOthersForTheNextTurn() {
        timers.in(100, () -> {
            throw new IllegalStateException("ours");
        });
        timers.in(104, () -> fired.add("other"));
        assertThatThrownBy(() -> at(1_000_200)).hasMessage("ours");
        at(1_000_200);
        assertThat(fired).containsExactly("other");
    }

    @Test
    void holdsUpAgainstASortedListUnderRandomUse() {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> due = new ArrayList<>();
        List<TimerQueue.Timer> handles = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long deadline = now + random.nextLong(100_000);
            handles.add(timers.schedule(deadline, () -> {
                due.add(deadline);
                assertThat(now).as("seed %d", seed).isBetween(deadline, deadline + 60);
            }));
        }
        int cancelled = 0;
        for (TimerQueue.Timer handle : handles) {
            if (random.nextInt(4) == 0) {
                handle.cancel();
                cancelled++;
            }
        }
        while (timers.size() > 0) {
            at(now + random.nextInt(50));
        }
        assertThat(due).as("seed %d", seed).hasSize(20_000 - cancelled);
    }
}
