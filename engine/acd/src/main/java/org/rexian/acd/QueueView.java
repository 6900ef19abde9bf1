package org.rexian.acd;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One queue as it stood after the last command. Always {@code offered} = answered + abandoned + left + all limit exits +
 * waiting + ringing. Counters start with the queue.
 *
 * @param waiting contacts in the line; those whose agent is being rung count as {@code ringing}
 * @param longestWaitSince when the one who waits longest came, epoch milliseconds
 * @param agentsSignedIn agents of the queue who meet its requirement, in any state but SIGNED_OUT
 * @param abandoned callers who hung up before an agent answered
 * @param left callers whom the flow took out
 */
public record QueueView(
        String name,
        int waiting,
        int ringing,
        OptionalLong longestWaitSince,
        int agentsSignedIn,
        int agentsReady,
        long offered,
        long answered,
        long answeredWithinServiceLevel,
        long abandoned,
        long left,
        Map<QueueLimit, Long> limitExits) {

    static QueueView of(CallQueue queue) {
        return new QueueView(
                queue.name,
                queue.line.size(),
                queue.ringing,
                queue.line.isEmpty() ? OptionalLong.empty() : OptionalLong.of(queue.line.oldest()),
                queue.everyone().signedIn,
                queue.everyone().ready.size(),
                queue.offered,
                queue.answered,
                queue.answeredWithinServiceLevel,
                queue.abandoned,
                queue.left,
                queue.limitExits.view());
    }
}
