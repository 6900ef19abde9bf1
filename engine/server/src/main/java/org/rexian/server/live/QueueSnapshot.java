package org.rexian.server.live;

import java.util.Map;
import org.rexian.acd.statistics.ServiceLevel;

/**
 * One queue at one moment. Counters start with the process; times in milliseconds.
 *
 * @param waiting callers in line; those whose agent is being rung count as {@code ringing}
 * @param longestWaitingMillis how long the first in line has waited, 0 where nobody waits
 * @param answerMillis average wait of those who were answered (ASA)
 * @param longestWaitMillis longest wait of anybody who was answered or hung up
 * @param talkMillis average talk
 * @param serviceLevelMillis the threshold of {@code serviceLevel}
 */
public record QueueSnapshot(
        String name,
        int waiting,
        int ringing,
        long longestWaitingMillis,
        int agentsSignedIn,
        int agentsReady,
        long offered,
        long answered,
        long abandoned,
        long left,
        Map<String, Long> limitExits,
        long answerMillis,
        long longestWaitMillis,
        long talkMillis,
        long serviceLevelMillis,
        ServiceLevel serviceLevel) {}
