package org.rexian.server.live;

import java.util.List;
import java.util.Optional;

/**
 * Everything at one moment, immutable.
 *
 * @param at milliseconds since the epoch
 * @param startedAt when the process began
 * @param groups by tier, skill and team
 * @param recent what happened last, oldest first
 */
public record LiveSnapshot(
        long at,
        long startedAt,
        CallsSnapshot calls,
        List<QueueSnapshot> queues,
        List<AgentSnapshot> agents,
        List<GroupSnapshot> groups,
        List<Line> recent) {

    /** Without groups. */
    public LiveSnapshot(
            long at,
            long startedAt,
            CallsSnapshot calls,
            List<QueueSnapshot> queues,
            List<AgentSnapshot> agents,
            List<Line> recent) {
        this(at, startedAt, calls, queues, agents, List.of(), recent);
    }

    /** Something that happened, in words. */
    public record Line(long at, String text) {}

    /** An agent by its id. */
    public Optional<AgentSnapshot> agent(String id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    /** A queue by its name. */
    public Optional<QueueSnapshot> queue(String name) {
        return queues.stream().filter(queue -> queue.name().equals(name)).findFirst();
    }
}
