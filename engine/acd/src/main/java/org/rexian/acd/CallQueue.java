package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One queue: its line, the classes of its contacts, and what it has counted. */
final class CallQueue {

    /** How many classes of past contacts are kept before those in nobody's use are forgotten. */
    private static final int KEPT_CLASSES = 256;

    final String name;
    final WaitingLine line = new WaitingLine();
    final EwtEstimator ewt = new EwtEstimator();
    final Deadline.OfPositions round = new Deadline.OfPositions(this);
    final Tally<QueueLimit> limitExits = new Tally<>(QueueLimit.class);

    long offered;
    long answered;
    long answeredWithinServiceLevel;
    long abandoned;
    long left;
    int ringing;

    /** How many positions behind the head are still to be told, and where the next round goes on. */
    int untold;

    int nextTold;

    private final List<Agent> members = new ArrayList<>();
    private final Map<Requirement, RequirementClass> classes = new LinkedHashMap<>();
    private final Map<String, RequirementClass> classByText = new HashMap<>();
    private QueueDefinition definition;
    private Requirement requirement;
    private RequirementClass everyone;
    private int pruneAt = KEPT_CLASSES;

    CallQueue(QueueDefinition definition, Requirement requirement) {
        name = definition.name();
        this.definition = definition;
        this.requirement = requirement;
        everyone = new RequirementClass(this, requirement);
    }

    QueueDefinition definition() {
        return definition;
    }

    /** The class of contacts that ask for no more than the queue itself: its agents are the queue's agents. */
    RequirementClass everyone() {
        return everyone;
    }

    /** Starts the index anew with these agents; contacts find their classes again by {@link #classFor}. */
    void rebuild(QueueDefinition newDefinition, Requirement newRequirement, List<Agent> agents) {
        definition = newDefinition;
        requirement = newRequirement;
        members.clear();
        members.addAll(agents);
        classes.clear();
        classByText.clear();
        everyone = classOf(requirement);
    }

    /** The class for what a contact asks beyond the queue's own requirement. */
    RequirementClass classFor(String text, Requirement asked, long arrival) {
        RequirementClass found = classOf(Requirement.allOf(List.of(requirement, asked)));
        found.lastUsed = arrival;
        forgetUnused();
        classByText.put(text, found);
        return found;
    }

    boolean knows(String text) {
        return classByText.containsKey(text);
    }

    /** The class of a text that {@link #knows} knows. */
    RequirementClass known(String text, long arrival) {
        RequirementClass found = classByText.getOrDefault(text, everyone);
        found.lastUsed = arrival;
        return found;
    }

    void reconsider(Agent agent) {
        for (RequirementClass each : classes.values()) {
            each.consider(agent);
        }
    }

    void join(Contact contact, long now) {
        if (line.isEmpty()) {
            ewt.waitingChanged(true, now);
        }
        line.join(contact);
        contact.requirementClass().waiting.add(contact);
    }

    void leave(Contact contact, long now) {
        line.leave(contact);
        contact.requirementClass().waiting.remove(contact);
        if (line.isEmpty()) {
            ewt.waitingChanged(false, now);
        }
    }

    private RequirementClass classOf(Requirement whole) {
        RequirementClass known = classes.get(whole);
        if (known != null) {
            return known;
        }
        RequirementClass fresh = new RequirementClass(this, whole);
        classes.put(whole, fresh);
        members.forEach(fresh::consider);
        return fresh;
    }

    /** Texts come from flows and may hold callers' input: what nobody waits for must not pile up. */
    private void forgetUnused() {
        if (classByText.size() > 4 * KEPT_CLASSES) {
            classByText.clear();
        }
        if (classes.size() <= pruneAt) {
            return;
        }
        List<RequirementClass> unused = new ArrayList<>();
        for (RequirementClass each : classes.values()) {
            if (each.live == 0 && each != everyone) {
                unused.add(each);
            }
        }
        unused.sort(Comparator.comparingLong(each -> each.lastUsed));
        // The newest is the one that is being asked for right now, so it stays.
        for (RequirementClass each : unused.subList(0, unused.size() / 2)) {
            forget(each);
        }
        pruneAt = Math.max(KEPT_CLASSES, 2 * classes.size());
    }

    private void forget(RequirementClass unused) {
        classes.remove(unused.requirement);
        classByText.values().removeIf(each -> each == unused);
        for (Agent member : members) {
            member.forget(unused);
        }
    }
}
