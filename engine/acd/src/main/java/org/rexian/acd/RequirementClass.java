package org.rexian.acd;

import java.util.List;

/**
 * All contacts of one queue that ask for the same, and all agents who match. Contacts wait here in the order of their
 * right to be served, ready agents stand here in the order of the queue's policy: an arrival looks at the first agent, a
 * freed agent at the first contact of each of its classes, and nobody scans.
 */
final class RequirementClass {

    final CallQueue queue;
    final Requirement requirement;
    final IndexedHeap<Contact> waiting = new IndexedHeap<>();
    final IndexedHeap<Candidate> ready = new IndexedHeap<>();

    /** Agents who match and are not signed out. */
    int signedIn;

    /** Contacts of this class that wait or ring; a class without any may be forgotten. */
    int live;

    /** When it was last asked for, in arrivals; to forget the longest unused first. */
    long lastUsed;

    private final List<String> scored;

    RequirementClass(CallQueue queue, Requirement requirement) {
        this.queue = queue;
        this.requirement = requirement;
        scored = queue.definition().agentChoice() == AcdConfiguration.AgentChoice.BEST_SKILL
                ? requirement.skills()
                : List.of();
    }

    /** Takes the agent in if it matches. */
    void consider(Agent agent) {
        if (!requirement.matches(agent)) {
            return;
        }
        int score = 0;
        for (String skill : scored) {
            score += agent.level(skill);
        }
        Candidate candidate = new Candidate(agent, this, score);
        agent.addCandidate(candidate);
        if (agent.isSignedIn()) {
            signedIn++;
        }
        if (agent.isListed()) {
            add(candidate);
        }
    }

    void add(Candidate candidate) {
        candidate.minor = candidate.agent.idleOrder;
        ready.add(candidate);
    }

    void remove(Candidate candidate) {
        if (candidate.isQueued()) {
            ready.remove(candidate);
        }
    }

    /** One line for the log and the board: why this agent. */
    String reasonFor(Agent agent, int readyAgents, long now) {
        StringBuilder text = new StringBuilder(48);
        if (scored.isEmpty()) {
            text.append("longest idle");
        } else {
            text.append("best");
            for (String skill : scored) {
                text.append(' ').append(skill).append('=').append(agent.level(skill));
            }
        }
        text.append(" of ").append(readyAgents).append(" ready; idle ");
        return text.append((now - agent.idleSince) / 1000).append('s').toString();
    }
}
