package org.rexian.harness.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.LoadAgents;
import org.rexian.harness.load.wire.LoadCallers;
import org.rexian.harness.load.wire.RtpLoad;
import org.rexian.harness.process.LocalPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** B1: talks between callers and agents, PCMU both ways, through the engine; conditions as of M1, over both directions. */
@Command(name = "b1", description = "bridged calls, audio both ways")
final class BridgedCalls implements Callable<Integer> {
    private static final int CALLS_PER_SECOND = 50;
    private static final int SETTLE_MILLIS = 3000;

    @Mixin
    LoadEngine engineOptions = new LoadEngine();

    @Option(names = "--calls", split = ",", defaultValue = "50,100,200,300,500,750,1000,1250,1500")
    List<Integer> steps = List.of();

    @Option(names = "--seconds", defaultValue = "15", description = "length of a step after its ramp")
    int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int agentPort = LocalPorts.free();
        int agents = Math.max(engineOptions.agents, steps.getLast());
        try (LightLoop loop = new LightLoop();
                RtpLoad rtp = new RtpLoad();
                Engine engine = engineOptions.start(agents, agentPort)) {
            LoadAgents phones = new LoadAgents(loop, agentPort, 0);
            phones.listen(rtp.port(), talk -> rtp.sendTo(talk.remoteRtpPort()));
            LoadCallers callers = new LoadCallers(loop, LoadEngine.sip(engine));
            return steps(loop, engine, rtp, phones, callers);
        }
    }

    private int steps(LightLoop loop, Engine engine, RtpLoad rtp, LoadAgents phones, LoadCallers callers)
            throws IOException {
        int port = rtp.port();
        Table table = new Table(
                System.out,
                "calls",
                "up",
                "packets",
                "lost",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "CPU %",
                "CPU % / 100",
                "held");
        for (int calls : steps) {
            Pace.offerCount(
                    loop,
                    CALLS_PER_SECOND,
                    calls - callers.open(),
                    () -> callers.call("7002", port, call -> rtp.sendTo(call.remoteRtpPort())));
            loop.runFor(SETTLE_MILLIS);
            int up = Math.min(callers.open(), phones.open());
            if (!MediaStep.measure(table, loop, engine, rtp, seconds, calls, up, 2 * calls)) {
                return 0;
            }
        }
        return 0;
    }
}
