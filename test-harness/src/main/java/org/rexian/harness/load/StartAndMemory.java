package org.rexian.harness.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.LoadCallers;
import org.rexian.harness.load.wire.RtpLoad;
import org.rexian.harness.process.ChildProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R1: from the start of the process to the first 200 on OPTIONS, and memory of a call that waits and hears music. */
@Command(name = "r1", description = "time to start, memory of a waiting call")
final class StartAndMemory implements Callable<Integer> {
    private static final int CALLS_PER_SECOND = 150;

    @Mixin
    LoadEngine engineOptions = new LoadEngine();

    @Option(names = "--starts", defaultValue = "3")
    int starts;

    @Option(names = "--calls", defaultValue = "1000", description = "waiting calls whose memory is measured")
    int calls;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Table table = new Table(
                System.out, "start", "first 200 ms", "resident MB idle", "waiting calls", "KB a waiting call");
        for (int i = 1; i <= starts; i++) {
            try (Engine engine = engineOptions.start(0, 0)) {
                long idle = settled(engine);
                if (i < starts) {
                    table.row(i, engine.startMillis(), idle / 1024.0, "", "");
                } else {
                    memory(table, i, engine, idle);
                }
            }
        }
        return 0;
    }

    private void memory(Table table, int number, Engine engine, long idle) throws IOException, InterruptedException {
        try (LightLoop loop = new LightLoop();
                RtpLoad rtp = new RtpLoad()) {
            LoadCallers callers = new LoadCallers(loop, LoadEngine.sip(engine));
            int port = rtp.port();
            // Once up and down first: what is loaded and compiled once is not a call's.
            Pace.offerCount(
                    loop,
                    CALLS_PER_SECOND,
                    100,
                    () -> callers.call("7001", port, call -> loop.in(500, () -> callers.end(call))));
            loop.runFor(8000);
            long before = settled(engine);
            Pace.offerCount(loop, CALLS_PER_SECOND, calls, () -> callers.call("7001", port, call -> {}));
            loop.runFor(3000);
            int waiting = callers.open();
            table.row(
                    number,
                    engine.startMillis(),
                    idle / 1024.0,
                    waiting,
                    (double) (settled(engine) - before) / Math.max(1, waiting));
        }
    }

    /** Resident kilobytes after a full collection that gives memory back. */
    private static long settled(Engine engine) throws InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            try (ChildProcess collect = ChildProcess.start(
                    "jcmd", engine.setup().folder(), List.of(jcmd, Long.toString(engine.pid()), "GC.run"))) {
                collect.awaitExit(Duration.ofSeconds(20));
            }
        }
        return engine.usage().residentKilobytes();
    }
}
