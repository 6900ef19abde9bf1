package org.rexian.acd;

/**
 * One agent as seen by one requirement class that it matches. In the class's heap while the agent is ready for it, in the
 * place that the class's {@link AgentOrder} gives.
 */
final class Candidate extends HeapNode {

    final Agent agent;
    final RequirementClass requirementClass;

    Candidate(Agent agent, RequirementClass requirementClass) {
        this.agent = agent;
        this.requirementClass = requirementClass;
    }
}
