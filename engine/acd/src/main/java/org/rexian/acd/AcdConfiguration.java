package org.rexian.acd;

import java.util.List;
import java.util.Map;

/** Everything that the router is told about queues and agents, as one immutable value. */
public record AcdConfiguration(List<QueueDefinition> queues, List<AgentDefinition> agents) {

    /** How the agent for an arriving contact is chosen. */
    public enum AgentChoice {
        LONGEST_IDLE,
        BEST_SKILL
    }

    /** What becomes of an agent whose phone rang out. */
    public enum RingNoAnswer {
        NOT_READY,
        UNREACHABLE
    }

    /**
     * One queue. Times in milliseconds; {@code maxWaiting} 0 means no limit, {@code maxWaitMillis} 0 likewise;
     * {@code requirement} empty means any agent of the queue.
     */
    public record QueueDefinition(
            String name,
            String requirement,
            AgentChoice agentChoice,
            long ringMillis,
            long wrapUpMillis,
            long serviceLevelMillis,
            int maxWaiting,
            long maxWaitMillis,
            boolean joinEmpty,
            boolean leaveWhenEmpty,
            RingNoAnswer ringNoAnswer) {}

    /** One agent: {@code skills} by name with level 1–10, {@code queues} that the agent serves. */
    public record AgentDefinition(
            String id, String name, String team, Map<String, Integer> skills, List<String> queues) {}
}
