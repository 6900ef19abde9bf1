package org.rexian.harness.load;

import java.io.IOException;
import org.rexian.harness.load.wire.LightLoop;

/** An even stream of beginnings: open loop, so that a slow engine is not spared. */
final class Pace {
    private Pace() {}

    /** Begins {@code rate} a second for so long, then returns. */
    static void offer(LightLoop loop, int rate, int seconds, LightLoop.Action begin) throws IOException {
        offerCount(loop, rate, (long) rate * seconds, begin);
    }

    /** Begins {@code count} in all, {@code rate} a second. */
    static void offerCount(LightLoop loop, int rate, long count, LightLoop.Action begin) throws IOException {
        long start = System.nanoTime();
        long[] begun = {0};
        next(loop, start, 1_000_000_000L / rate, count, begun, begin);
        loop.runUntil(() -> begun[0] >= count);
    }

    private static void next(
            LightLoop loop, long start, long gapNanos, long count, long[] begun, LightLoop.Action begin) {
        loop.at(start + begun[0] * gapNanos, () -> {
            if (begun[0] < count) {
                begin.run();
                begun[0]++;
                next(loop, start, gapNanos, count, begun, begin);
            }
        });
    }
}
