package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;

/** One {@link RoutingRules.Reservation} and the agents that stand ready under it. */
final class Reserve {

    final RoutingRules.Reservation rule;
    final Requirement agents;

    /** Ready agents who match, those withheld included; in the order in which they became ready. */
    final List<Agent> ready = new ArrayList<>();

    Reserve(RoutingRules.Reservation rule, Requirement agents) {
        this.rule = rule;
        this.agents = agents;
    }

    /** So few are ready that they are kept. */
    boolean keeps() {
        return ready.size() <= rule.keep();
    }

    /** Contacts of this class are those for whom the agents are kept. */
    boolean isFor(RequirementClass wanted) {
        return rule.customerClass().isEmpty()
                ? wanted.requirement().implies(agents)
                : rule.customerClass().equals(wanted.key.customerClass());
    }

    @Override
    public String toString() {
        String whom = rule.customerClass().isEmpty() ? agents.toString() : "class " + rule.customerClass();
        String who = rule.agents().isBlank() ? "" : " with " + agents;
        return "the last " + rule.keep() + who + " kept for " + whom;
    }
}
