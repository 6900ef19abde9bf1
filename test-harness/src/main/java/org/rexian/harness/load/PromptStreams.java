package org.rexian.harness.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.LoadCallers;
import org.rexian.harness.load.wire.RtpLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** M1: callers who wait and hear music, until a packet is lost or the 99th percentile of |gap − 20 ms| is above 5 ms. */
@Command(name = "m1", description = "prompt streams: callers in a queue with music")
final class PromptStreams implements Callable<Integer> {
    private static final int CALLS_PER_SECOND = 150;
    private static final int SETTLE_MILLIS = 3000;

    @Mixin
    LoadEngine engineOptions = new LoadEngine();

    @Option(names = "--streams", split = ",", defaultValue = "100,300,600,1000,1500,2000,3000,4000,5000")
    List<Integer> steps = List.of();

    @Option(names = "--seconds", defaultValue = "15", description = "length of a step after its ramp")
    int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Engine engine = engineOptions.start(0, 0);
                LightLoop loop = new LightLoop();
                RtpLoad rtp = new RtpLoad()) {
            LoadCallers callers = new LoadCallers(loop, LoadEngine.sip(engine));
            int port = rtp.port();
            Table table = new Table(
                    System.out,
                    "streams",
                    "up",
                    "packets",
                    "lost",
                    "p50 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "CPU %",
                    "CPU % / 100",
                    "held");
            for (int streams : steps) {
                int more = streams - callers.open();
                Pace.offerCount(loop, CALLS_PER_SECOND, more, () -> callers.call("7001", port, call -> {}));
                loop.runFor(SETTLE_MILLIS);
                if (!MediaStep.measure(table, loop, engine, rtp, seconds, streams, callers.open(), streams)) {
                    return 0;
                }
            }
        }
        return 0;
    }
}
