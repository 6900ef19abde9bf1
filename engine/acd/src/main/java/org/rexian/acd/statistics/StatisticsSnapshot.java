package org.rexian.acd.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.acd.AgentState;

/**
 * Everything that {@link Statistics} knows, as plain values that can be written and read back: with the commands that came after it,
 * the figures are those of the whole log. Times in epoch milliseconds.
 *
 * @param begun time of the first command
 * @param last time of the last command; whatever lasts is counted up to here
 * @param intervalStart begin of the open interval; {@link Long#MIN_VALUE} before the first command
 * @param targets threshold of a tier that has its own
 * @param strays see {@link Statistics#strays}
 */
public record StatisticsSnapshot(
        long begun,
        long last,
        long intervalStart,
        Map<String, QueueTerms> queues,
        Map<String, Long> targets,
        List<ContactState> contacts,
        List<OfferState> offers,
        List<WorkerState> workers,
        List<RowState> rows,
        long strays) {

    /** What a queue's contacts ask for and are held to. */
    public record QueueTerms(String requirement, long serviceLevelMillis) {}

    /** Where a contact counts, and its threshold, as they were on its entry into the queue. */
    public record ScopeState(
            String queue, String tier, String requirement, List<String> skills, long thresholdMillis) {}

    /** How a contact is counted. */
    public enum Stream {
        INBOUND,
        DIALLED,
        CONSULT
    }

    /** Where a contact stands; MOVING: between two queues. */
    public enum Stage {
        MOVING,
        WAITING,
        TALKING,
        HELD
    }

    /**
     * A contact in the house.
     *
     * @param origin how it came to where it is: ARRIVED, OVERFLOWED_IN, TRANSFERRED_IN or REQUEUED
     * @param requirement what it asks for; of its scope, unless it is on its way
     * @param counted its way out of the queue is counted, and its end is about to come
     */
    public record ContactState(
            long contact,
            Stream stream,
            Stage stage,
            ScopeState scope,
            Measure origin,
            String tier,
            String requirement,
            boolean counted,
            long enteredAt,
            long requestedAt,
            Optional<String> agent) {}

    /** An offer that rings. */
    public record OfferState(long offer, String agent, ScopeState scope) {}

    /**
     * An agent.
     *
     * @param dismissed no longer in the configuration
     * @param scope of the last talk, for wrap-up
     */
    public record WorkerState(String agent, String team, AgentState state, boolean dismissed, ScopeState scope) {}

    /** Counts under one name: in the open interval, and in all before. */
    public record RowState(By by, String name, Figures open, Figures before) {}
}
