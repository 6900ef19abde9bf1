package org.rexian.acd;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One agent as it stood after the last command. Times in epoch milliseconds and milliseconds.
 *
 * @param reason why it is in this state, such as {@code break}
 * @param afterTalk what it will be after talk and wrap-up; its present state if not busy
 * @param desk the account that rings while the agent sits at a shared desk, empty for its own phone
 * @param contact the contact that rings or talks; the first one of several chats
 * @param millisIn time spent in each state, up to the last command; they add up to the agent's whole time
 * @param offersEnded offers that came to no talk, by their end
 */
public record AgentView(
        String id,
        String name,
        String team,
        AgentState state,
        long since,
        String reason,
        AgentState afterTalk,
        String desk,
        boolean phoneRegistered,
        List<String> queues,
        Map<String, Integer> skills,
        OptionalLong contact,
        long offered,
        long answered,
        Map<OfferEnd, Long> offersEnded,
        Map<AgentState, Long> millisIn) {

    static AgentView of(Agent agent, long now) {
        Map<AgentState, Long> millis = new EnumMap<>(agent.millisIn.view());
        millis.merge(agent.state, now - agent.since, Long::sum);
        return new AgentView(
                agent.id(),
                agent.name(),
                agent.team(),
                agent.state,
                agent.since,
                agent.reason,
                afterTalk(agent),
                agent.desk,
                agent.registered,
                List.copyOf(agent.queues()),
                agent.skills(),
                contactOf(agent),
                agent.offered,
                agent.answered,
                agent.offersEnded.view(),
                Collections.unmodifiableMap(millis));
    }

    private static AgentState afterTalk(Agent agent) {
        if (!agent.isTalking() && agent.state != AgentState.WRAP_UP) {
            return agent.state;
        }
        return switch (agent.next) {
            case READY -> agent.registered ? AgentState.READY : AgentState.UNREACHABLE;
            case NOT_READY -> AgentState.NOT_READY;
            case SIGN_OUT -> AgentState.SIGNED_OUT;
        };
    }

    private static OptionalLong contactOf(Agent agent) {
        return switch (agent.state) {
            case RESERVED -> OptionalLong.of(agent.offer().contact.id);
            case TALKING, HELD -> OptionalLong.of(agent.talks.getFirst().id);
            default -> OptionalLong.empty();
        };
    }
}
