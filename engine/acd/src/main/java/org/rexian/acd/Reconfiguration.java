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
    private final Watches watches;
    private final Reservations reservations;
    private final Callbacks callbacks;

    Reconfiguration(
            Floor floor,
            Routing routing,
            Offers offers,
            Shifts shifts,
            Limits limits,
            Watches watches,
            Reservations reservations,
            Callbacks callbacks) {
        this.floor = floor;
        this.routing = routing;
        this.offers = offers;
        this.shifts = shifts;
        this.limits = limits;
        this.watches = watches;
        this.reservations = reservations;
        this.callbacks = callbacks;
    }

    /** Answers why the configuration cannot be used, "" if it is in use now. */
    String apply(AcdConfiguration configuration) {
        List<ConfigurationProblem> faults = ConfigurationCheck.faultsOf(configuration);
        if (!faults.isEmpty()) {
            return faults.getFirst().where() + ": " + faults.getFirst().message();
        }
        int queues = configuration.queues().size();
        int agents = configuration.agents().size();
        floor.emit(new AcdEvent.Configured(floor.now(), queues, agents));
        routing.suspend();
        removeQueues(configuration);
        removeAgents(configuration);
        placeAgents(configuration);
        takeContactsOut();
        takeRules(configuration);
        placeQueues(configuration);
        listAgents();
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
            contactsInOrder().stream().filter(contact -> contact.queue == queue).forEach(this::queueRemoved);
            floor.deadlines.cancel(queue.round);
            floor.queues.remove(queue.name);
        }
    }

    /** Talks go on; whoever is not in one goes with the queue. */
    private void queueRemoved(Contact contact) {
        switch (contact.stage) {
            case RINGING -> offers.contactGone(contact, OfferEnd.LEFT_QUEUE, ContactEnd.QUEUE_REMOVED);
            case WAITING -> {
                routing.leaveLine(contact);
                floor.end(contact, ContactEnd.QUEUE_REMOVED);
            }
            case PARKED, DIALLING -> callbacks.withdraw(contact, ContactEnd.QUEUE_REMOVED);
            case TALKING, HELD -> {}
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
        long rank = 0;
        for (AgentDefinition definition : configuration.agents()) {
            Agent agent = before.remove(definition.id());
            if (agent == null) {
                agent = new Agent(definition, floor.now());
            } else {
                shifts.takeBack(agent);
                agent.redefine(definition);
            }
            agent.rank = rank++;
            floor.agents.put(agent.id(), agent);
        }
        floor.agents.putAll(before);
        floor.agents.values().forEach(Agent::forgetAll);
    }

    /** Out of the lines, whose order may change; back in by {@link #placeContacts}. */
    private void takeContactsOut() {
        for (Contact contact : floor.contacts.values()) { // in any order: nothing is told, and the lines end empty
            if (contact.stage == ContactStage.WAITING) {
                contact.queue.leave(contact, floor.now());
            }
        }
    }

    private void takeRules(AcdConfiguration configuration) {
        floor.rules = configuration.rules();
        floor.ratios = 0;
        long longest = 0;
        for (QueueDefinition queue : configuration.queues()) {
            floor.ratios += queue.ratio();
            longest = Math.max(
                    longest,
                    queue.sticky().map(QueueDefinition.Sticky::withinMillis).orElse(0L));
        }
        floor.lastTalks.keepFor(longest);
        List<Reserve> reserves = new ArrayList<>();
        for (RoutingRules.Reservation rule : configuration.rules().reservations()) {
            reserves.add(new Reserve(rule, compiled(rule.agents()).at(0)));
        }
        reservations.replace(reserves);
        floor.agents.values().forEach(reservations::learn);
    }

    private void listAgents() {
        List<Agent> ready = floor.agents.values().stream()
                .filter(agent -> agent.state == AgentState.READY)
                .sorted(Comparator.comparingLong(agent -> agent.idleOrder))
                .toList();
        ready.forEach(reservations::arrived);
        ready.forEach(agent -> agent.list(floor.now()));
        floor.agents.values().stream().filter(Agent::hasRoomForChat).forEach(agent -> agent.list(floor.now()));
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
            RequirementPlan plan = compiled(definition.requirement());
            CallQueue known = before.get(definition.name());
            CallQueue queue = known == null ? new CallQueue(definition, plan, floor.rules) : known;
            queue.rebuild(definition, plan, floor.rules, members.getOrDefault(definition.name(), List.of()));
            floor.queues.put(queue.name, queue);
        }
    }

    private void placeContacts() {
        for (Contact contact : contactsInOrder()) {
            contact.wish = Entrance.wishOf(contact.queue, contact.requirement);
            if (contact.isPinned() && !contact.queue.hasMember(contact.pinnedTo)) {
                contact.pinnedTo = "";
            }
            contact.queueStep =
                    Math.min(contact.queueStep, contact.queue.plan().steps().size());
            if (contact.isServed()) {
                continue;
            }
            RequirementClass wanted = contact.wanted();
            contact.setRequirementClass(wanted);
            wanted.live++;
            wanted.used(contact.minor, floor.now());
            if (contact.stage == ContactStage.WAITING) {
                contact.queue.join(contact, floor.now());
            }
            watches.watch(contact);
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

    private static RequirementPlan compiled(String text) {
        return switch (RequirementPlan.parse(text)) {
            case RequirementPlan.Compiled(RequirementPlan plan) -> plan;
            case RequirementPlan.Problem problem -> throw new IllegalStateException("was checked before: " + problem);
        };
    }
}
