package org.rexian.acd;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.RoutingRules.ContactChoice;

/** Which of the waiting contacts a freed agent takes: looks at the first contact of each class that the agent matches. */
final class ContactOrder {

    /** What a wait of exactly the target counts for; past it the count grows by the square. */
    private static final double AT_TARGET = 1.0;

    private ContactOrder() {}

    /** Where a contact stands inside its class and its queue's line: the smaller, the sooner. */
    static long placeOf(Contact contact, RoutingRules rules) {
        long since = contact.waitingSince - contact.ageCreditMillis;
        if (contact.first) {
            return Long.MIN_VALUE / 2 + since;
        }
        int priority = contact.priority();
        if (rules.contactChoice() != ContactChoice.PRIORITY_THEN_FIFO) {
            return since - priority * rules.pointMillis();
        }
        // One point is worth agingMillis of waiting; without aging more than anybody can wait.
        long worth = rules.agingMillis() > 0 ? rules.agingMillis() : Contact.LONGEST_LIFE_MILLIS;
        return since - priority * worth;
    }

    static @Nullable Contact bestFor(Agent agent, Floor floor) {
        ContactChoice choice = floor.rules.contactChoice();
        long now = floor.now();
        boolean chatsOnly = agent.isTalking();
        Contact best = null;
        double bestIndex = 0;
        List<RequirementClass> classes = agent.classes();
        for (int i = 0; i < classes.size(); i++) {
            RequirementClass each = classes.get(i);
            if (each.waiting.isEmpty() || (chatsOnly && !each.chat()) || agent.isKeptFrom(each)) {
                continue;
            }
            Contact head = each.waiting.first();
            double index = indexOf(choice, head, each, now, floor);
            if (best == null || index > bestIndex || (index == bestIndex && head.isBefore(best))) {
                best = head;
                bestIndex = index;
            }
        }
        return best;
    }

    private static double indexOf(ContactChoice choice, Contact head, RequirementClass of, long now, Floor floor) {
        if (head.first) {
            return Double.MAX_VALUE;
        }
        return switch (choice) {
            case FIFO, PRIORITY_THEN_FIFO -> 0; // by place alone
            case SERVICE_LEVEL -> serviceLevelIndex(head, of, now);
            case FIXED_QUEUE_RATIO ->
                of.queue.line.size() - of.queue.definition().ratio() / floor.ratios * floor.waiting;
        };
    }

    /** Class weight × g(wait ÷ target): linear up to the target, by the square past it, so that nobody starves. */
    static double serviceLevelIndex(Contact contact, RequirementClass of, long now) {
        double x = (double) (now - contact.major) / of.targetMillis;
        return of.weight * (x <= AT_TARGET ? x : x * x);
    }
}
