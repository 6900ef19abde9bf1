package org.rexian.acd.sim;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.QueueDefinition;

/**
 * Drawn wrap-up times: the router's timer is set so late that the agent's own word always comes first. A queue whose
 * callers have no drawn wrap-up keeps its timer.
 */
final class WrapUps {

    private static final long NEVER_FIRST = Rates.DAY_MILLIS;

    private final Set<String> drawn = new HashSet<>();

    WrapUps(Scenario scenario) {
        scenario.groups().stream()
                .filter(group -> group.wrapUp().isPresent())
                .forEach(group -> drawn.add(group.queue()));
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
                ? new QueueDefinition(
                        queue.name(),
                        queue.requirement(),
                        queue.agentChoice(),
                        queue.ringAtOnce(),
                        queue.ringMillis(),
                        NEVER_FIRST,
                        queue.serviceLevelMillis(),
                        queue.ratio(),
                        queue.limits(),
                        queue.ringNoAnswer(),
                        queue.sticky(),
                        queue.overflow())
                : queue;
    }

    private AgentDefinition open(AgentDefinition agent) {
        return agent.wrapUpMillis().isPresent() && drawn.containsAll(agent.queues())
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
