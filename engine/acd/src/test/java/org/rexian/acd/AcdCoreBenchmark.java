package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;

/**
 * The router alone, full house: 2,000 agents talk and 5,000 contacts wait (times {@code scale}), 40 queues, 40 skills,
 * three requirements a queue, four queues an agent. A call is TalkEnded, WrapUpEnded, OfferAccepted, Enqueue; each
 * eighth one sees a caller give up and another come. Ticks that fall due are fired and not counted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class AcdCoreBenchmark {

    private static final int QUEUES = 40;
    private static final int CALLS = 1000;
    private static final String[] NEEDS = {"", "", " >= 3", " >= 6"};

    /** Times 2,000 agents and 5,000 waiting. */
    @Param({"1", "10"})
    public int scale;

    private AcdCore core = new AcdCore();
    private String[] agentIds = {};
    private long[] talking = {};
    private long[] waiting = {};
    private long now;
    private long random;
    private long offer;
    private long offered;
    private long commands;

    @Setup
    public void fillTheHouse() {
        core = new AcdCore();
        now = 1_000_000;
        random = 42;
        agentIds = new String[2000 * scale];
        talking = new long[agentIds.length];
        waiting = new long[5000 * scale];
        apply(new AcdCommand.Configure(now, new AcdConfiguration(queues(), agents())));
        for (int slot = 0; slot < waiting.length; slot++) {
            waiting[slot] = slot;
            enqueue(slot);
        }
        for (int i = 0; i < agentIds.length; i++) {
            apply(new AcdCommand.SignIn(now, agentIds[i]));
            offer = 0;
            apply(new AcdCommand.Ready(now, agentIds[i]));
            accept(i);
        }
    }

    private List<QueueDefinition> queues() {
        List<QueueDefinition> queues = new ArrayList<>();
        for (int q = 0; q < QUEUES; q++) {
            queues.add(QueueDefinition.named("q" + q)
.agentChoice(q % 2 == 0 ? AgentChoice.LONGEST_IDLE : AgentChoice.BEST_SKILL)
.wrapUpMillis(10000).build());
        }
        return queues;
    }

    private List<AgentDefinition> agents() {
        List<AgentDefinition> agents = new ArrayList<>();
        for (int i = 0; i < agentIds.length; i++) {
            agentIds[i] = "agent" + i;
            Map<String, Integer> skills = new TreeMap<>();
            List<String> serves = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                int q = (i + k * 11) % QUEUES;
                skills.put("s" + q, k == 0 ? 9 : 1 + next(10));
                serves.add("q" + q);
            }
            agents.add(new AgentDefinition(agentIds[i], agentIds[i], "team" + i % 50, skills, serves));
        }
        return agents;
    }

    /** Commands a second. */
    @Benchmark
    @OperationsPerInvocation(4 * CALLS + CALLS / 4)
    public long calls() {
        for (int i = 0; i < CALLS; i++) {
            call();
            if (i % 8 == 0) {
                int slot = next(waiting.length);
                apply(new AcdCommand.Abandon(now, waiting[slot]));
                waiting[slot] += waiting.length;
                enqueue(slot);
            }
            if (i % 4 == 0) {
                now++;
                if (core.nextDeadline() <= now) {
                    apply(new AcdCommand.Tick(now));
                }
            }
        }
        return commands;
    }

    private void call() {
        int agent = next(agentIds.length);
        apply(new AcdCommand.TalkEnded(now, talking[agent], EndedBy.CALLER));
        offer = 0;
        apply(new AcdCommand.WrapUpEnded(now, agentIds[agent]));
        accept(agent);
    }

    private void accept(int agent) {
        if (offer == 0) {
            throw new IllegalStateException("agent " + agent + " found nobody to serve");
        }
        talking[agent] = offered;
        apply(new AcdCommand.OfferAccepted(now, offer));
        int slot = (int) (offered % waiting.length);
        waiting[slot] += waiting.length;
        enqueue(slot);
    }

    private void enqueue(int slot) {
        int q = slot % QUEUES;
        String need = NEEDS[slot / QUEUES % NEEDS.length];
        String requirement = need.isEmpty() ? "" : "s" + q + need;
        int priority = slot % 7 == 0 ? 100 : 0;
        apply(new AcdCommand.Enqueue(
                now, waiting[slot], ContactKind.VOICE, "q" + q, requirement, "", priority, Map.of()));
    }

    private void apply(AcdCommand command) {
        commands++;
        core.apply(command, this::see);
    }

    private void see(AcdEvent event) {
        if (event instanceof AcdEvent.AgentOffered made) {
            offer = made.offer();
            offered = made.contact();
        } else if (event instanceof AcdEvent.CommandRejected rejected) {
            throw new IllegalStateException(rejected.toString());
        }
    }

    private int next(int bound) {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return (int) ((random >>> 33) % bound);
    }
}
