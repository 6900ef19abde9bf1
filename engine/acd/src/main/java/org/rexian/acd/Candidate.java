package org.rexian.acd;

/**
 * One agent as seen by one requirement class that it matches. In the class's heap while the agent is ready; sorts by the
 * level that counts for the class (higher first, 0 under longest idle), then by who became ready first.
 */
final class Candidate extends HeapNode {

    final Agent agent;
    final RequirementClass requirementClass;

    Candidate(Agent agent, RequirementClass requirementClass, int score) {
        this.agent = agent;
        this.requirementClass = requirementClass;
        major = -(long) score;
    }

    int score() {
        return (int) -major;
    }
}
