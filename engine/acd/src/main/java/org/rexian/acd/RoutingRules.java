package org.rexian.acd;

import java.util.List;

/**
 * Rules for the whole floor.
 *
 * @param contactChoice which of the waiting contacts a freed agent takes
 * @param pointMillis how much waiting one point of priority is worth, save under {@link ContactChoice#PRIORITY_THEN_FIFO}
 * @param agingMillis under that choice, after how much waiting a contact rises by one point; 0 for never
 * @param classes customer tiers with weight and target; a contact of any other class counts with weight 1 and its queue's target
 * @param reservations agents kept back
 * @param seed of {@link AcdConfiguration.AgentChoice#RANDOM}
 */
public record RoutingRules(
        ContactChoice contactChoice,
        long pointMillis,
        long agingMillis,
        List<CustomerClass> classes,
        List<Reservation> reservations,
        long seed) {

    /** Which of the waiting contacts that it matches a freed agent takes. Inside queue, class and requirement it is always by age. */
    public enum ContactChoice {
        /** The highest class weight × g(wait ÷ target), where g grows faster past the target. */
        SERVICE_LEVEL,
        FIFO,
        PRIORITY_THEN_FIFO,
        /** From the queue whose share of all waiting contacts lies farthest above its ratio. */
        FIXED_QUEUE_RATIO
    }

    /** A customer tier: {@code weight} against 1 of everybody else, {@code targetMillis} 0 for the queue's own. */
    public record CustomerClass(String name, double weight, long targetMillis) {}

    /**
     * The last {@code keep} ready agents who match {@code agents} take nobody but contacts of {@code customerClass}, or, where
     * that is empty, contacts who ask for no less than {@code agents} does.
     */
    public record Reservation(String agents, String customerClass, int keep) {}

    /** Service level first, a point of priority worth a second, nobody kept back. */
    public static RoutingRules standard() {
        return new RoutingRules(ContactChoice.SERVICE_LEVEL, 1000, 0, List.of(), List.of(), 1);
    }
}
