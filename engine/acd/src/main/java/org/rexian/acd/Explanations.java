package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.rexian.acd.AgentExplanation.ContactVerdict;
import org.rexian.acd.ContactExplanation.AgentVerdict;
import org.rexian.acd.ContactExplanation.Change;
import org.rexian.acd.ContactExplanation.Reason;
import org.rexian.acd.ContactExplanation.What;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;
import org.rexian.acd.RequirementPlan.Step;
import org.rexian.acd.RequirementPlan.Trigger;

/** Says why, from the state as it is; nothing is kept for it. */
final class Explanations {

    private static final long BY_NO_CLOCK = -1;

    private final Floor floor;

    Explanations(Floor floor) {
        this.floor = floor;
    }

    ContactExplanation of(Contact contact, ContactView view) {
        List<AgentVerdict> verdicts = new ArrayList<>();
        for (Agent agent : contact.queue.members()) {
            verdicts.add(verdict(agent, contact));
        }
        verdicts.sort(Comparator.comparing(AgentVerdict::reason).thenComparingLong(AgentVerdict::since));
        List<AgentVerdict> shown = verdicts.subList(0, Math.min(ContactExplanation.SHOWN, verdicts.size()));
        return new ContactExplanation(
                view,
                contact.queueStep + contact.ownStep,
                List.copyOf(shown),
                verdicts.size(),
                changes(contact, verdicts));
    }

    private static AgentVerdict verdict(Agent agent, Contact contact) {
        RequirementClass wanted = contact.requirementClass();
        if (contact.isServed() && contact.agent().equals(agent)) {
            return new AgentVerdict(agent.id(), Reason.SERVES, agent.state.name(), agent.since);
        }
        if (agent.isRung() && agent.offer().contact.equals(contact)) {
            return new AgentVerdict(agent.id(), Reason.RINGS, "", agent.since);
        }
        String unmet = unmet(wanted.requirement(), agent);
        if (!unmet.isEmpty()) {
            return new AgentVerdict(agent.id(), Reason.UNSUITED, unmet, agent.since);
        }
        return switch (agent.state) {
            case SIGNED_OUT -> new AgentVerdict(agent.id(), Reason.SIGNED_OUT, "", agent.since);
            case NOT_READY, UNREACHABLE -> new AgentVerdict(agent.id(), Reason.AWAY, agent.reason, agent.since);
            case RESERVED, TALKING, HELD, WRAP_UP ->
                new AgentVerdict(agent.id(), Reason.BUSY, agent.state.name(), agent.since);
            case READY -> new AgentVerdict(agent.id(), Reason.KEPT, keepers(agent, wanted), agent.since);
        };
    }

    /** The parts of a requirement that the agent does not meet, "" if it meets all. */
    private static String unmet(Requirement requirement, Agent agent) {
        if (requirement.matches(agent)) {
            return "";
        }
        return requirement instanceof Requirement.AllOf all
                ? all.parts().stream()
                        .filter(part -> !part.matches(agent))
                        .map(Requirement::toString)
                        .collect(Collectors.joining(", "))
                : requirement.toString();
    }

    private static String keepers(Agent agent, RequirementClass wanted) {
        return agent.reserves.stream()
                .filter(reserve -> reserve.keeps() && !reserve.isFor(wanted))
                .map(Reserve::toString)
                .collect(Collectors.joining("; "));
    }

    private static List<Change> changes(Contact contact, List<AgentVerdict> verdicts) {
        List<Change> changes = new ArrayList<>();
        if (contact.stage == ContactStage.PARKED) {
            changes.add(new Change(What.WINDOW_OPENS, contact.parkedUntil, ""));
        }
        if (contact.isPinned()) {
            changes.add(new Change(What.PIN_ENDS, contact.pinnedUntil, contact.pinnedTo));
        }
        steps(contact.queue.plan(), contact.queueStep, contact, changes);
        steps(contact.wish.plan, contact.ownStep, contact, changes);
        QueueDefinition rules = contact.queue.definition();
        for (Overflow rule : rules.overflow()) {
            if (rule.when() == When.WAIT) {
                changes.add(new Change(What.OVERFLOWS, contact.waitingSince + rule.threshold(), rule.to()));
            }
        }
        if (rules.limits().maxWaitMillis() > 0 && contact.kind != ContactKind.CALLBACK) {
            changes.add(
                    new Change(What.LIMIT, contact.waitingSince + rules.limits().maxWaitMillis(), ""));
        }
        contact.dialling.ifPresent(how -> changes.add(new Change(What.WINDOW_ENDS, how.notAfter(), "")));
        changes.sort(Comparator.comparingLong(change -> change.at() < 0 ? Long.MAX_VALUE : change.at()));
        long able = verdicts.stream()
                .filter(verdict -> verdict.reason() == Reason.BUSY || verdict.reason() == Reason.AWAY)
                .count();
        changes.add(
                able > 0
                        ? new Change(What.AGENT_FREED, BY_NO_CLOCK, Long.toString(able))
                        : new Change(
                                What.AGENT_NEEDED,
                                BY_NO_CLOCK,
                                contact.requirementClass().requirement().toString()));
        return contact.isServed() ? List.of() : List.copyOf(changes);
    }

    private static void steps(RequirementPlan plan, int taken, Contact contact, List<Change> into) {
        for (int i = taken; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            into.add(
                    step.trigger() == Trigger.WAIT
                            ? new Change(
                                    What.RELAXES,
                                    contact.waitingSince + step.millis(),
                                    plan.at(i + 1).toString())
                            : new Change(What.RELAXES_BY_EWT, BY_NO_CLOCK, step.millis() / 1000 + "s"));
        }
    }

    AgentExplanation of(Agent agent, AgentView view) {
        List<ContactVerdict> verdicts = new ArrayList<>();
        for (String name : agent.queues()) {
            CallQueue queue = floor.queues.get(name);
            if (queue != null) {
                queue.line.inOrder().forEach(contact -> verdicts.add(verdict(contact, agent)));
            }
        }
        verdicts.sort(Comparator.comparing(ContactVerdict::reason));
        List<String> reserves = agent.reserves.stream()
                .filter(reserve -> agent.state == AgentState.READY && reserve.keeps())
                .map(Reserve::toString)
                .toList();
        List<ContactVerdict> shown = verdicts.subList(0, Math.min(AgentExplanation.SHOWN, verdicts.size()));
        return new AgentExplanation(view, List.copyOf(shown), verdicts.size(), reserves);
    }

    private static ContactVerdict verdict(Contact contact, Agent agent) {
        RequirementClass wanted = contact.requirementClass();
        String unmet = unmet(wanted.requirement(), agent);
        if (contact.isPinned() && !contact.pinnedTo.equals(agent.id())) {
            return verdict(contact, AgentExplanation.Reason.WAITS_FOR_OTHER, contact.pinnedTo);
        }
        if (!unmet.isEmpty()) {
            return verdict(contact, AgentExplanation.Reason.UNSUITED, unmet);
        }
        String kept = agent.state == AgentState.READY ? keepers(agent, wanted) : "";
        return kept.isEmpty()
                ? verdict(contact, AgentExplanation.Reason.SUITED, "")
                : verdict(contact, AgentExplanation.Reason.KEPT, kept);
    }

    private static ContactVerdict verdict(Contact contact, AgentExplanation.Reason reason, String detail) {
        return new ContactVerdict(contact.id, contact.queue.name, reason, detail);
    }
}
