package org.rexian.acd.sim;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.QueueDefinition;

/**
 * Drawn wrap-up times: where a queue has callers with one, the router's timer is set so late that the agent's own word always
 * comes first, for its other callers after the queue's time. Other queues keep their timer.
 */
final class WrapUps {

    private static final long NEVER_FIRST = Rates.DAY_MILLIS;

    private final Set<String> drawn = new HashSet<>();
    private final long[] fixed;

    WrapUps(Scenario scenario, AcdConfiguration policy) {
        List<CallerGroup> groups = scenario.groups();
        groups.stream().filter(group -> group.wrapUp().isPresent()).forEach(group -> drawn.add(group.queue()));
        for (RecordedCall call : scenario.replay()) {
            if (call.wrapUpMillis().isPresent()) {
                drawn.add(groups.get(call.group()).queue());
            }
        }
        fixed = new long[groups.size()];
        for (int i = 0; i < fixed.length; i++) {
            String name = groups.get(i).queue();
            fixed[i] = policy.queues().stream()
                    .filter(queue -> queue.name().equals(name) && drawn.contains(name))
                    .mapToLong(QueueDefinition::wrapUpMillis)
                    .findFirst()
                    .orElse(Simulation.WRAP_UP_OF_QUEUE);
        }
    }

    /** How long the agent wraps up after this caller; {@link Simulation#WRAP_UP_OF_QUEUE} to leave it to the router. */
    long of(Traffic traffic, int caller) {
        long own = traffic.wrapUp[caller];
        return own == Simulation.WRAP_UP_OF_QUEUE ? fixed[traffic.group[caller]] : own;
    }

    AcdConfiguration letAgentsDecide(AcdConfiguration policy) {
        if (drawn.isEmpty()) {
            return policy;
        }
        return new AcdConfiguration(
                policy.queues().stream().map(this::open).toList(),
                policy.agents().stream().map(this::open).toList(),
                policy.rules());
    }

    private QueueDefinition open(QueueDefinition queue) {
        return drawn.contains(queue.name())
                ? queue.but().wrapUpMillis(NEVER_FIRST).build()
                : queue;
    }

    private AgentDefinition open(AgentDefinition agent) {
        return agent.wrapUpMillis().isPresent() && agent.queues().stream().anyMatch(drawn::contains)
                ? new AgentDefinition(
                        agent.id(),
                        agent.name(),
                        agent.team(),
                        agent.skills(),
                        agent.queues(),
                        OptionalLong.empty(),
                        agent.supervises(),
                        agent.chats())
                : agent;
    }
}
