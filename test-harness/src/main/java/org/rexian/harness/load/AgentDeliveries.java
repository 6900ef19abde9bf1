package org.rexian.harness.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.LoadAgents;
import org.rexian.harness.load.wire.LoadCallers;
import org.rexian.harness.process.LocalPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A1, A2 and A5: calls a second from queue entry through an agent's answer, one second of talk, the agent hangs up. Until a call is not
 * delivered, somebody is offered twice, or the rate can't be kept.
 */
@Command(name = "a1", description = "calls a second through the queue to agents who talk for a second")
final class AgentDeliveries implements Callable<Integer> {
    private static final int DEFAULT_AGENTS = 500;

    @Mixin
    LoadEngine engineOptions = new LoadEngine();

    @Option(names = "--rates", split = ",", defaultValue = "50,100,150,200,300,400")
    List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "20", description = "length of a step")
    int seconds;

    @Option(names = "--talk", defaultValue = "1000", description = "milliseconds of talk")
    int talkMillis;

    @Option(names = "--warm-up", defaultValue = "15", description = "seconds at the first rate before anything counts")
    int warmUpSeconds;

    private final Map<String, Long> upSince = new HashMap<>();
    private final Histogram offerMicros = new Histogram(3);

    @Override
    public Integer call() throws IOException, InterruptedException {
        int agents = engineOptions.agents > 0 ? engineOptions.agents : DEFAULT_AGENTS;
        int agentPort = LocalPorts.free();
        try (LightLoop loop = new LightLoop();
                Engine engine = engineOptions.start(agents, agentPort)) {
            LoadAgents phones = new LoadAgents(loop, agentPort, talkMillis);
            phones.listen(9, this::offered);
            LoadCallers callers = new LoadCallers(loop, LoadEngine.sip(engine));
            Pace.offer(loop, rates.getFirst(), warmUpSeconds, () -> callers.call("7002", 9, this::up));
            loop.runFor(talkMillis + 2000L);
            steps(loop, engine, phones, callers);
        }
        return 0;
    }

    private void up(LoadCallers.Call call) {
        upSince.put(call.user(), System.nanoTime());
    }

    private void offered(LoadAgents.Talk talk) {
        Long since = upSince.remove(talk.caller());
        if (since != null) {
            offerMicros.recordValue(Math.min((System.nanoTime() - since) / 1000, 3_600_000_000L));
        }
    }

    private void steps(LightLoop loop, Engine engine, LoadAgents phones, LoadCallers callers) throws IOException {
        Table table = new Table(
                System.out,
                "calls/s",
                "delivered",
                "failed",
                "twice",
                "resent",
                "wait p50 ms",
                "wait p99 ms",
                "CPU ms/call",
                "CPU %",
                "held");
        boolean held = true;
        for (int i = 0; i < rates.size() && held; i++) {
            int rate = rates.get(i);
            callers.restartCounting();
            offerMicros.reset();
            long before = phones.talksBegun();
            CpuMeter cpu = CpuMeter.start(engine.pid());
            Pace.offer(loop, rate, seconds, () -> callers.call("7002", 9, this::up));
            double percent = cpu.percent();
            loop.runFor(talkMillis + 3000L);
            long delivered = phones.talksBegun() - before;
            LoadCallers.Tally tally = callers.tally();
            long failed = tally.failed + callers.open();
            held = failed == 0 && phones.doubleOffers() == 0 && delivered == tally.begun;
            table.row(
                    rate,
                    delivered,
                    failed,
                    phones.doubleOffers(),
                    tally.resent,
                    offerMicros.getValueAtPercentile(50) / 1000.0,
                    offerMicros.getValueAtPercentile(99) / 1000.0,
                    cpu.millis() / Math.max(1, delivered),
                    percent,
                    held ? "yes" : "no");
        }
    }
}
