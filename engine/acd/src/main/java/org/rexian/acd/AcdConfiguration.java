package org.rexian.acd;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Everything that the router is told about queues and agents, as one immutable value. */
public record AcdConfiguration(List<QueueDefinition> queues, List<AgentDefinition> agents, RoutingRules rules) {

    /** With the rules of a fresh installation. */
    public AcdConfiguration(List<QueueDefinition> queues, List<AgentDefinition> agents) {
        this(queues, agents, RoutingRules.standard());
    }

    /** How the agent for an arriving contact is chosen; equals by level of the required skills, then by who is idle longest. */
    public enum AgentChoice {
        /** The agent whom the fewest other kinds of contacts need. */
        SCARCITY,
        LONGEST_IDLE,
        /** Whose last offer lies farthest back. */
        ROUND_ROBIN,
        /** Who answered fewest since sign-in. */
        FEWEST_CALLS,
        /** Who was busy for the smallest share of the time since sign-in, as it stood when the agent became ready. */
        LEAST_OCCUPIED,
        /** The best level of the skills that the contact asks for. */
        BEST_SKILL,
        /** In the order of the configuration. */
        LINEAR,
        /** By a generator with the seed of the {@link RoutingRules}. */
        RANDOM,
        /** Several phones at once, who is idle longest first; the first answer wins. */
        RING_ALL
    }

    /** What becomes of an agent whose phone rang out. */
    public enum RingNoAnswer {
        NOT_READY,
        UNREACHABLE
    }

    /**
     * One agent: {@code skills} by name with level 1–10, {@code queues} that the agent serves.
     *
     * @param wrapUpMillis the agent's own wrap-up time, in place of the queue's
     * @param supervises teams whose talks the agent may listen to and take over
     * @param chats chat contacts that the agent handles at once; 0 for none
     */
    public record AgentDefinition(
            String id,
            String name,
            String team,
            Map<String, Integer> skills,
            List<String> queues,
            OptionalLong wrapUpMillis,
            List<String> supervises,
            int chats) {

        /** An agent without anything of its own. */
        public AgentDefinition(String id, String name, String team, Map<String, Integer> skills, List<String> queues) {
            this(id, name, team, skills, queues, OptionalLong.empty(), List.of(), 1);
        }
    }
}
