package org.rexian.harness.load;

import java.io.IOException;
import org.HdrHistogram.Histogram;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.RtpLoad;

/** Measures what comes in over one step of a media figure, and prints its row. */
final class MediaStep {
    private static final double GAP_LIMIT_MILLIS = 5;
    private static final int PACKETS_PER_SECOND = 50;

    private MediaStep() {}

    /** {@code incoming}: RTP streams that should come in from {@code up} calls. True when the step held. */
    static boolean measure(
            Table table, LightLoop loop, Engine engine, RtpLoad rtp, int seconds, int wanted, int up, int incoming)
            throws IOException {
        rtp.restart();
        CpuMeter cpu = CpuMeter.start(engine.pid());
        loop.runFor(seconds * 1000L);
        double percent = cpu.percent();
        RtpLoad.Heard heard = rtp.restart();
        Histogram off = heard.offMicros;
        double p99 = off.getValueAtPercentile(99) / 1000.0;
        // Two in a hundred fewer than due may be missing at the edges of the window.
        boolean all = heard.packets >= (long) incoming * seconds * PACKETS_PER_SECOND * 98 / 100;
        boolean held = up == wanted && all && heard.lost == 0 && p99 <= GAP_LIMIT_MILLIS;
        table.row(
                wanted,
                up,
                heard.packets,
                heard.lost,
                off.getValueAtPercentile(50) / 1000.0,
                p99,
                off.getValueAtPercentile(99.9) / 1000.0,
                percent,
                percent * 100 / wanted,
                held ? "yes" : "no");
        return held;
    }
}
