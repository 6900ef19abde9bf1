package org.rexian.acd;

import java.util.List;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.RoutingRules.CustomerClass;

/**
 * All contacts of one queue and one customer class that ask for the same, and all agents who match. Contacts wait here in
 * the order of their right to be served, ready agents stand here in the order of the queue's policy: an arrival looks at
 * the first agent, a freed agent at the first contact of each of its classes, and nobody scans.
 */
final class RequirementClass {

    /** What makes two contacts of one queue the same to the router. */
    record Key(Requirement requirement, List<Requirement> preferences, String customerClass, boolean chat) {}

    /** A class asked for within this time is expected to be asked for again. */
    private static final long EXPECTED_MILLIS = 3_600_000;

    /** What an agent is worth to a class that has but one; a class of two shares it, and so on. */
    private static final int WORTH = 1000;

    final CallQueue queue;
    final Key key;
    final IndexedHeap<Contact> waiting = new IndexedHeap<>();
    final IndexedHeap<Candidate> ready = new IndexedHeap<>();

    /** Factor of the service-level index: weight ÷ target. */
    final double weight;

    final long targetMillis;

    /** Agents who match and are not signed out. */
    int signedIn;

    /** Those of them who take contacts: not away from the desk, phone there. */
    int atWork;

    int worth;

    /** Contacts of this class that wait or ring; a class without any may be forgotten. */
    int live;

    /** When it was last asked for: in arrivals, to forget the longest unused first, and in time. */
    long lastUsed;

    long lastUsedAt = Long.MIN_VALUE / 2;

    /** Its queue does not know it any more. */
    boolean forgotten;

    private final AgentOrder order;

    RequirementClass(CallQueue queue, Key key, RoutingRules rules) {
        this.queue = queue;
        this.key = key;
        CustomerClass tier = rules.classes().stream()
                .filter(each -> each.name().equals(key.customerClass()))
                .findFirst()
                .orElse(new CustomerClass(key.customerClass(), 1, 0));
        weight = tier.weight();
        targetMillis = Math.max(
                1,
                tier.targetMillis() > 0
                        ? tier.targetMillis()
                        : queue.definition().serviceLevelMillis());
        order = new AgentOrder(queue.definition().agentChoice(), key, rules.seed());
    }

    Requirement requirement() {
        return key.requirement();
    }

    boolean chat() {
        return key.chat();
    }

    /** Takes the agent in if it matches. */
    void consider(Agent agent) {
        if (!key.requirement().matches(agent)) {
            return;
        }
        Candidate candidate = new Candidate(agent, this);
        agent.addCandidate(candidate);
        if (agent.isSignedIn()) {
            signedIn(1);
        }
        atWork += agent.isAtWork() ? 1 : 0;
        if (agent.isListedFor(this)) {
            add(candidate);
        }
    }

    void add(Candidate candidate) {
        order.place(candidate);
        ready.add(candidate);
    }

    void remove(Candidate candidate) {
        if (candidate.isQueued()) {
            ready.remove(candidate);
        }
    }

    int signedIn() {
        return signedIn;
    }

    int atWork() {
        return atWork;
    }

    void atWork(int change) {
        atWork += change;
    }

    void signedIn(int change) {
        signedIn += change;
        worth = signedIn == 0 ? WORTH : WORTH / signedIn;
    }

    void used(long arrival, long now) {
        lastUsed = arrival;
        lastUsedAt = now;
    }

    /** What one of its agents is worth to it, 0 if nobody is expected to ask for them. */
    int worthAt(long now) {
        return now - lastUsedAt <= EXPECTED_MILLIS ? worth : 0;
    }

    boolean byScarcity() {
        return order.choice() == AgentChoice.SCARCITY;
    }

    /** One line for the log and the board: why this agent. */
    String reasonFor(Candidate candidate, int readyAgents, long now) {
        return order.reasonFor(candidate, readyAgents, now);
    }
}
