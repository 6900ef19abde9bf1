package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One queue: its line, the classes of its contacts, and what it has counted. */
final class CallQueue {

    /** How many classes of past contacts are kept before those in nobody's use are forgotten. */
    private static final int KEPT_CLASSES = 256;

    final String name;
    final WaitingLine line = new WaitingLine();
    final EwtEstimator ewt = new EwtEstimator();
    final Deadline.OfPositions round = new Deadline.OfPositions(this);
    final Tally<QueueLimit> limitExits = new Tally<>(QueueLimit.class);

    boolean open = true;
    long offered;
    long answered;
    long answeredWithinServiceLevel;
    long abandoned;
    long left;
    long overflowedIn;
    long overflowedOut;
    long requeued;

    /** Callbacks that were dialled in vain to the end. */
    long unreached;

    int ringing;
    int dialling;
    int parked;

    /** How many positions behind the head are still to be told, and where the next round goes on. */
    int untold;

    int nextTold;

    private final List<Agent> members = new ArrayList<>();
    final Map<String, Agent> memberById = new HashMap<>();
    final Map<RequirementClass.Key, RequirementClass> classes = new LinkedHashMap<>();
    private final Map<String, Wish> wishes = new HashMap<>();
    private QueueDefinition definition;
    private RequirementPlan plan;
    private RoutingRules rules;
    RequirementClass everyone;
    int pruneAt = KEPT_CLASSES;

    CallQueue(QueueDefinition definition, RequirementPlan plan, RoutingRules rules) {
        name = definition.name();
        this.definition = definition;
        this.plan = plan;
        this.rules = rules;
        everyone = new RequirementClass(this, keyOfEveryone(), rules);
    }

    QueueDefinition definition() {
        return definition;
    }

    RequirementPlan plan() {
        return plan;
    }

    /** The class of contacts that ask for no more than the queue itself: its agents are the queue's agents. */
    RequirementClass everyone() {
        return everyone;
    }

    List<Agent> members() {
        return members;
    }

    /** Starts the index anew with these agents; contacts find their classes again by {@link #wish}. */
    void rebuild(QueueDefinition newDefinition, RequirementPlan newPlan, RoutingRules newRules, List<Agent> agents) {
        definition = newDefinition;
        plan = newPlan;
        rules = newRules;
        members.clear();
        members.addAll(agents);
        memberById.clear();
        agents.forEach(agent -> memberById.put(agent.id(), agent));
        classes.clear();
        wishes.clear();
        everyone = classOf(keyOfEveryone());
    }

    private RequirementClass.Key keyOfEveryone() {
        return new RequirementClass.Key(plan.at(0), plan.preferences(), "", false);
    }

    /** The wish with this text, if somebody had it before. */
    Optional<Wish> wish(String text) {
        return Optional.ofNullable(wishes.get(text));
    }

    /** Texts come from flows and may hold callers' input: what nobody waits for must not pile up. */
    Wish wish(String text, RequirementPlan asked) {
        if (wishes.size() > 4 * KEPT_CLASSES) {
            wishes.clear();
        }
        Wish wish = new Wish(this, asked);
        wishes.put(text, wish);
        return wish;
    }

    /** The class of this key, made when it is asked for first. */
    RequirementClass classOf(RequirementClass.Key key) {
        RequirementClass known = classes.get(key);
        if (known != null) {
            return known;
        }
        forgetUnused();
        RequirementClass fresh = new RequirementClass(this, key, rules);
        classes.put(key, fresh);
        Agent only = onlyAgent(key.requirement());
        if (only == null) {
            members.forEach(fresh::consider);
        } else {
            fresh.consider(only);
        }
        return fresh;
    }

    /** The one member whom a requirement names, so that not all of them need be looked at. */
    private @Nullable Agent onlyAgent(Requirement requirement) {
        if (requirement instanceof Requirement.AgentIs named) {
            return memberById.get(named.agent());
        }
        if (requirement instanceof Requirement.AllOf all) {
            for (Requirement part : all.parts()) {
                if (part instanceof Requirement.AgentIs named) {
                    return memberById.get(named.agent());
                }
            }
        }
        return null;
    }

    boolean hasMember(String agent) {
        return memberById.containsKey(agent);
    }

    void reconsider(Agent agent) {
        for (RequirementClass each : classes.values()) {
            each.consider(agent);
        }
    }

    void join(Contact contact, long now) {
        contact.takePlace(rules);
        line.join(contact);
        contact.forAnyone = contact.requirementClass().atWork() == everyone.atWork();
        ewt.waitingChanged(1, contact.forAnyone, now);
        contact.requirementClass().waiting.add(contact);
    }

    void leave(Contact contact, long now) {
        line.leave(contact);
        contact.requirementClass().waiting.remove(contact);
        ewt.waitingChanged(-1, contact.forAnyone, now);
    }

    private void forgetUnused() {
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
        for (RequirementClass each : unused.subList(0, unused.size() / 2)) {
            forget(each);
        }
        pruneAt = Math.max(KEPT_CLASSES, 2 * classes.size());
    }

    private void forget(RequirementClass unused) {
        unused.forgotten = true;
        classes.remove(unused.key);
        for (Agent member : members) {
            member.forget(unused);
        }
    }
}
