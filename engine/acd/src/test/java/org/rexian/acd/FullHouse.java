package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/**
 * The router alone with everybody in: all agents talk, all contacts wait, as many queues as skills, three requirements a
 * queue, four queues an agent. A call is TalkEnded, WrapUpEnded, OfferAccepted, Enqueue; each eighth one sees a caller give
 * up and another come. Ticks that fall due are fired and not counted.
 */
final class FullHouse {

    private static final int TIERS = 3;
    private static final String[] NEEDS = {"", "", " >= 3", " >= 6"};

    private final AcdCore core = new AcdCore();
    private final String tier;
    private final int queues;
    private final String[] agentIds;
    private final long[] talking;
    private final long[] waiting;
    private long now = 1_000_000;
    private long random = 42;
    private long offer;
    private long offered;
    private long commands;

    /** @param tiers whether a third of the contacts is gold, with weight and target of their own */
    FullHouse(int agents, int contacts, int skills, boolean tiers) {
        queues = skills;
        agentIds = new String[agents];
        talking = new long[agents];
        waiting = new long[contacts];
        tier = tiers ? "gold" : "";
        apply(new AcdCommand.Configure(now, new AcdConfiguration(queues(), agents(), rules())));
        for (int slot = 0; slot < contacts; slot++) {
            waiting[slot] = slot;
            enqueue(slot);
        }
        for (int i = 0; i < agents; i++) {
            apply(new AcdCommand.SignIn(now, agentIds[i]));
            offer = 0;
            apply(new AcdCommand.Ready(now, agentIds[i]));
            accept(i);
        }
    }

    private static RoutingRules rules() {
        RoutingRules standard = RoutingRules.standard();
        return new RoutingRules(
                standard.contactChoice(),
                standard.pointMillis(),
                standard.agingMillis(),
                List.of(new RoutingRules.CustomerClass("gold", 3, 10_000)),
                List.of(),
                standard.seed());
    }

    private List<QueueDefinition> queues() {
        List<QueueDefinition> all = new ArrayList<>();
        for (int q = 0; q < queues; q++) {
            all.add(QueueDefinition.named("q" + q).wrapUpMillis(10_000).build());
        }
        return all;
    }

    private List<AgentDefinition> agents() {
        List<AgentDefinition> agents = new ArrayList<>();
        for (int i = 0; i < agentIds.length; i++) {
            agentIds[i] = "agent" + i;
            Map<String, Integer> skills = new TreeMap<>();
            List<String> serves = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                int q = (i + k * 11) % queues;
                skills.put("s" + q, k == 0 ? 9 : 1 + next(10));
                serves.add("q" + q);
            }
            agents.add(new AgentDefinition(agentIds[i], agentIds[i], "team" + i % 50, skills, serves));
        }
        return agents;
    }

    /** Plays so many calls, at four and a quarter commands a call. */
    long calls(int count) {
        for (int i = 0; i < count; i++) {
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
        int q = slot % queues;
        String need = NEEDS[slot / queues % NEEDS.length];
        String requirement = need.isEmpty() ? "" : "s" + q + need;
        int priority = slot % 7 == 0 ? 100 : 0;
        apply(new AcdCommand.Enqueue(
                now,
                waiting[slot],
                ContactKind.VOICE,
                "q" + q,
                requirement,
                slot % TIERS == 0 ? tier : "",
                priority,
                Map.of()));
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
