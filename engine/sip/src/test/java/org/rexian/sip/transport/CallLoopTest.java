package org.rexian.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rexian.sip.SipCounters;

/** The loop's real thread on a clock that stands still unless a task turns it: no other turn can be slow. */
class CallLoopTest {
    private final SipCounters counters = new SipCounters();
    private final AtomicLong clock = new AtomicLong(1_790_000_000_000L);
    private final CallLoop loop = CallLoop.start(clock::get, counters);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aTaskThatHoldsTheLoopIsCounted() {
        loop.execute(() -> clock.addAndGet(60));
        await().until(() -> counters.slowTurns.sum() == 1);
        assertThat(counters.longestTurnMillis.get()).isBetween(50L, 60L);
    }

    @Test
    void aTimerThatHoldsTheLoopIsCountedOnceAndAShortOneIsNot() {
        timerThatTakes(15);
        assertThat(counters.slowTurns.sum()).isZero();
        timerThatTakes(40);
        assertThat(counters.slowTurns.sum()).isEqualTo(1);
        assertThat(counters.longestTurnMillis.get()).isEqualTo(40);
    }

    /** Returns when the tick after the timer's has begun, so that the timer's is judged. */
    private void timerThatTakes(long millis) {
        AtomicLong after = new AtomicLong();
        loop.execute(() -> {
            loop.timers().in(4, () -> {
                clock.addAndGet(millis);
                loop.timers().in(4, after::incrementAndGet);
                loop.execute(() -> clock.addAndGet(8));
            });
            clock.addAndGet(8);
        });
        await().until(() -> after.get() == 1);
    }

    @Test
    void aFaultEndsItsTaskAlone() {
        AtomicLong after = new AtomicLong();
        loop.execute(() -> {
            throw new IllegalStateException("meant");
        });
        loop.execute(after::incrementAndGet);
        await().until(() -> after.get() == 1);
        assertThat(counters.faults.sum()).isEqualTo(1);
    }
}
