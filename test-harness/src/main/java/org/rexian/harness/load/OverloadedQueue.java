package org.rexian.harness.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.LoadAgents;
import org.rexian.harness.load.wire.LoadCallers;
import org.rexian.harness.process.LocalPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A5: more calls than the agents can take, for a while. A perfect queue serves agents ÷ talk a second and nobody out of turn; what is
 * missing is what the engine spends between one talk's end and the next one's begin. Counted from the moment at which every agent has
 * had a call, since before that agents wait for callers.
 */
@Command(name = "a5", description = "a queue that fills: calls a second that agents who are never idle get")
final class OverloadedQueue implements Callable<Integer> {
    private static final int DEFAULT_AGENTS = 50;

    @Mixin
    LoadEngine engineOptions = new LoadEngine();

    @Option(names = "--rate", defaultValue = "60", description = "calls a second")
    int rate;

    @Option(names = "--seconds", defaultValue = "10", description = "for so long")
    int seconds;

    @Option(names = "--talk", defaultValue = "1000", description = "milliseconds of talk")
    int talkMillis;

    @Option(names = "--runs", defaultValue = "3", description = "how often; the first one warms up")
    int runs;

    private final Map<String, Long> turnOf = new HashMap<>();
    private int agents;
    private long begun;
    private long served;
    private long latestTurn;
    private long overtaken;
    private long firstNanos;
    private long lastNanos;

    @Override
    public Integer call() throws IOException, InterruptedException {
        agents = engineOptions.agents > 0 ? engineOptions.agents : DEFAULT_AGENTS;
        int agentPort = LocalPorts.free();
        try (LightLoop loop = new LightLoop();
                Engine engine = engineOptions.start(agents, agentPort)) {
            LoadAgents phones = new LoadAgents(loop, agentPort, talkMillis);
            phones.listen(9, this::offered);
            LoadCallers callers = new LoadCallers(loop, LoadEngine.sip(engine));
            Table table = new Table(
                    System.out, "calls", "served", "calls/s", "of the ideal", "overtaken", "twice", "CPU ms/call");
            for (int run = 0; run < runs; run++) {
                row(loop, engine, phones, callers, table);
            }
        }
        return 0;
    }

    private void row(LightLoop loop, Engine engine, LoadAgents phones, LoadCallers callers, Table table)
            throws IOException {
        turnOf.clear();
        begun = 0;
        served = 0;
        latestTurn = -1;
        overtaken = 0;
        firstNanos = 0;
        callers.restartCounting();
        CpuMeter cpu = CpuMeter.start(engine.pid());
        long calls = (long) rate * seconds;
        Pace.offerCount(loop, rate, calls, () -> callers.call("7002", 9, this::up));
        long patience = System.nanoTime() + 60_000_000_000L;
        loop.runUntil(() -> served == calls || System.nanoTime() > patience);
        loop.runFor(talkMillis + 500L);
        double perSecond = (served - agents) * 1e9 / (lastNanos - firstNanos);
        double ideal = agents * 1000.0 / talkMillis;
        table.row(calls, served, perSecond, perSecond / ideal, overtaken, phones.doubleOffers(), cpu.millis() / calls);
    }

    /** The callers' turns are those in which the engine answered them. */
    private void up(LoadCallers.Call call) {
        turnOf.put(call.user(), begun++);
    }

    private void offered(LoadAgents.Talk talk) {
        lastNanos = System.nanoTime();
        served++;
        firstNanos = served <= agents ? lastNanos : firstNanos;
        long turn = turnOf.getOrDefault(talk.caller(), latestTurn);
        overtaken += turn < latestTurn ? 1 : 0;
        latestTurn = Math.max(latestTurn, turn);
    }
}
