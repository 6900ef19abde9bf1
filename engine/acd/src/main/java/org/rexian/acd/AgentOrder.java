package org.rexian.acd;

import java.util.List;
import org.rexian.acd.AcdConfiguration.AgentChoice;

/**
 * The order of the ready agents of one class: what they are preferred for, then the queue's policy, then who is idle
 * longest. The place is reckoned when the agent becomes ready and holds until it is taken.
 */
final class AgentOrder {

    private static final int POLICY_BITS = 48;
    private static final long POLICY_MASK = (1L << POLICY_BITS) - 1;
    private static final long MOST_PREFERRED = 0x3FFF;
    private static final long BEST_LEVELS = 0xFFFF;

    private final AgentChoice choice;
    private final List<String> skills;
    private final List<Requirement> preferences;
    private final long seed;

    AgentOrder(AgentChoice choice, RequirementClass.Key key, long seed) {
        this.choice = choice;
        this.seed = seed;
        preferences = key.preferences();
        skills = choice == AgentChoice.BEST_SKILL || choice == AgentChoice.SCARCITY
                ? key.requirement().skills()
                : List.of();
    }

    AgentChoice choice() {
        return choice;
    }

    void place(Candidate candidate) {
        Agent agent = candidate.agent;
        long policy = switch (choice) {
            case LONGEST_IDLE, RING_ALL -> 0;
            case SCARCITY -> (scarcity(candidate) << 16) + BEST_LEVELS - levels(agent);
            case BEST_SKILL -> BEST_LEVELS - levels(agent);
            case ROUND_ROBIN -> agent.lastOffer;
            case FEWEST_CALLS -> agent.answeredSinceSignIn;
            case LEAST_OCCUPIED -> agent.occupancyMillionths();
            case LINEAR -> agent.rank;
            case RANDOM -> Digest.mix(Digest.mix(seed, agent.idleOrder), agent.id());
        };
        candidate.major = ((MOST_PREFERRED - preferred(agent)) << POLICY_BITS) | (policy & POLICY_MASK);
        candidate.minor = agent.idleOrder;
    }

    private static long scarcity(Candidate candidate) {
        return candidate.agent.worth - candidate.requirementClass.worthAt(candidate.agent.idleSince);
    }

    private long levels(Agent agent) {
        long sum = 0;
        for (String skill : skills) {
            sum += agent.level(skill);
        }
        return Math.min(BEST_LEVELS, sum);
    }

    /** The level of a preferred skill, and the highest level for a preferred team or agent. */
    private long preferred(Agent agent) {
        long sum = 0;
        for (Requirement preference : preferences) {
            if (preference.matches(agent)) {
                sum += preference instanceof Requirement.SkillWithin within
                        ? agent.level(within.skill())
                        : Requirement.HIGHEST_LEVEL;
            }
        }
        return Math.min(MOST_PREFERRED, sum);
    }

    String reasonFor(Candidate candidate, int readyAgents, long now) {
        Agent agent = candidate.agent;
        StringBuilder text = new StringBuilder(64);
        long preferred = preferred(agent);
        if (preferred > 0) {
            text.append("preferred ").append(preferred).append(", ");
        }
        switch (choice) {
            case LONGEST_IDLE -> text.append("longest idle");
            case RING_ALL -> text.append("rung with others");
            case SCARCITY -> levelsOf(agent, text.append("least needed elsewhere"));
            case BEST_SKILL -> levelsOf(agent, text.append("best"));
            case ROUND_ROBIN -> text.append("next in turn");
            case FEWEST_CALLS -> text.append("fewest calls, ").append(agent.answeredSinceSignIn);
            case LEAST_OCCUPIED ->
                text.append("least occupied, ")
                        .append(agent.occupancyMillionths() / 10_000)
                        .append('%');
            case LINEAR -> text.append("first in order");
            case RANDOM -> text.append("by lot");
        }
        text.append(" of ").append(readyAgents).append(" ready; idle ");
        return text.append((now - agent.idleSince) / 1000).append('s').toString();
    }

    private void levelsOf(Agent agent, StringBuilder text) {
        for (String skill : skills) {
            text.append(' ').append(skill).append('=').append(agent.level(skill));
        }
    }
}
