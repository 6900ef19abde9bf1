package org.rexian.server.live;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One agent at one moment.
 *
 * @param state {@code ready}, {@code talking}, …
 * @param since when the agent came into that state, milliseconds since the epoch
 * @param reason why, for example {@code break}, empty for none
 * @param afterTalk what the agent will be after talk and wrap-up
 * @param phoneReachable whether the phone can be rung
 * @param contact who rings or talks, by the router's number
 * @param caller who rings or talks, in words; empty for nobody
 * @param millisIn time spent in each state since the process began
 */
public record AgentSnapshot(
        String id,
        String name,
        String team,
        String state,
        long since,
        String reason,
        String afterTalk,
        boolean phoneReachable,
        List<String> queues,
        Map<String, Integer> skills,
        OptionalLong contact,
        String caller,
        long offered,
        long answered,
        Map<String, Long> millisIn) {}
