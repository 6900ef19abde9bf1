package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/**
 * Puts a new configuration in the place of the old one while people wait, ring and talk. Nobody loses a place; who waits
 * in a queue that is no more ends with {@link ContactEnd#QUEUE_REMOVED}; talks go on. The index is built anew.
 */
final class Reconfiguration {

    private final Floor floor;
    private final Routing routing;
    private final Offers offers;
    private final Shifts shifts;
    private final Limits limits;

    Reconfiguration(Floor floor, Routing routing, Offers offers, Shifts shifts, Limits limits) {
        this.floor = floor;
        this.routing = routing;
        this.offers = offers;
        this.shifts = shifts;
        this.limits = limits;
    }

    /** Answers why the configuration cannot be used, "" if it is in use now. */
    String apply(AcdConfiguration configuration) {
        for (ConfigurationProblem problem : ConfigurationCheck.problemsOf(configuration)) {
            if (problem.isError()) {
                return problem.where() + ": " + problem.message();
            }
        }
        int queues = configuration.queues().size();
        int agents = configuration.agents().size();
        floor.emit(new AcdEvent.Configured(floor.now(), queues, agents));
        routing.suspend();
        removeQueues(configuration);
        removeAgents(configuration);
        placeAgents(configuration);
        placeQueues(configuration);
        floor.agents.values().stream()
                .filter(agent -> agent.state == AgentState.READY)
                .forEach(Agent::list);
        placeContacts();
        routing.resume();
        List.copyOf(floor.queues.values()).forEach(limits::leaveWhenEmpty);
        return Shifts.DONE;
    }

    private void removeQueues(AcdConfiguration configuration) {
        Set<String> kept = new HashSet<>();
        configuration.queues().forEach(queue -> kept.add(queue.name()));
        for (CallQueue queue : List.copyOf(floor.queues.values())) {
            if (kept.contains(queue.name)) {
                continue;
            }
            for (Contact contact : contactsInOrder()) {
                if (contact.queue == queue && contact.stage == ContactStage.RINGING) {
                    offers.contactGone(contact.agent().offer(), OfferEnd.LEFT_QUEUE, ContactEnd.QUEUE_REMOVED);
                } else if (contact.queue == queue && contact.stage == ContactStage.WAITING) {
                    routing.leaveLine(contact);
                    floor.end(contact, ContactEnd.QUEUE_REMOVED);
                }
            }
            floor.deadlines.cancel(queue.round);
            floor.queues.remove(queue.name);
        }
    }

    private void removeAgents(AcdConfiguration configuration) {
        Set<String> kept = new HashSet<>();
        configuration.agents().forEach(agent -> kept.add(agent.id()));
        for (Agent agent : List.copyOf(floor.agents.values())) {
            if (!kept.contains(agent.id()) && shifts.dismiss(agent)) {
                floor.agents.remove(agent.id());
            }
        }
    }

    /** In the new order; who only finishes a talk comes last. */
    private void placeAgents(AcdConfiguration configuration) {
        Map<String, Agent> before = new LinkedHashMap<>(floor.agents);
        floor.agents.clear();
        for (AgentDefinition definition : configuration.agents()) {
            Agent agent = before.remove(definition.id());
            if (agent == null) {
                agent = new Agent(definition, floor.now());
            } else {
                shifts.takeBack(agent);
                agent.redefine(definition);
            }
            floor.agents.put(agent.id(), agent);
        }
        floor.agents.putAll(before);
        floor.agents.values().forEach(Agent::forgetAll);
    }

    private void placeQueues(AcdConfiguration configuration) {
        Map<String, List<Agent>> members = new HashMap<>();
        for (AgentDefinition definition : configuration.agents()) {
            for (String queue : definition.queues()) {
                members.computeIfAbsent(queue, name -> new ArrayList<>()).add(agent(definition.id()));
            }
        }
        Map<String, CallQueue> before = new LinkedHashMap<>(floor.queues);
        floor.queues.clear();
        for (QueueDefinition definition : configuration.queues()) {
            Requirement requirement = compiled(definition.requirement());
            CallQueue queue = before.getOrDefault(definition.name(), new CallQueue(definition, requirement));
            queue.rebuild(definition, requirement, members.getOrDefault(definition.name(), List.of()));
            floor.queues.put(queue.name, queue);
        }
    }

    private void placeContacts() {
        for (Contact contact : contactsInOrder()) {
            if (contact.isTalking()) {
                continue;
            }
            boolean waits = contact.stage == ContactStage.WAITING;
            if (waits) {
                contact.requirementClass().waiting.remove(contact);
            }
            RequirementClass wanted =
                    contact.queue.classFor(contact.requirement, compiled(contact.requirement), contact.minor);
            contact.setRequirementClass(wanted);
            wanted.live++;
            if (waits) {
                wanted.waiting.add(contact);
            }
            limits.watch(contact);
        }
    }

    private List<Contact> contactsInOrder() {
        List<Contact> all = new ArrayList<>(floor.contacts.values());
        all.sort(Comparator.comparingLong(contact -> contact.minor));
        return all;
    }

    private Agent agent(String id) {
        Agent agent = floor.agents.get(id);
        if (agent == null) {
            throw new IllegalStateException("agent " + id + " was placed a moment ago");
        }
        return agent;
    }

    private static Requirement compiled(String text) {
        return switch (RequirementParser.parse(text)) {
            case RequirementParser.Compiled(Requirement requirement) -> requirement;
            case RequirementParser.Problem problem -> throw new IllegalStateException("was checked before: " + problem);
        };
    }
}
