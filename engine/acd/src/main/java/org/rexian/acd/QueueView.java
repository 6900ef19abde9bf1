package org.rexian.acd;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One queue as it stood after the last command. Always {@code offered + requeued} = answered + abandoned + left + unreached +
 * all limit exits + overflowedOut + waiting + ringing + dialling + parked. Counters start with the queue.
 *
 * @param open takes contacts
 * @param waiting contacts in the line; those whose agent is being rung count as {@code ringing}
 * @param longestWaitSince when the one who waits longest came, epoch milliseconds
 * @param agentsSignedIn agents of the queue who meet its requirement, in any state but SIGNED_OUT
 * @param abandoned callers who hung up before an agent answered
 * @param left callers whom the flow took out, callbacks withdrawn
 * @param overflowedIn of those offered, who came from another queue by its rule
 * @param requeued who came back because their agent was lost in mid-talk
 * @param unreached callbacks given up: tries used up, or the window over
 * @param dialling callbacks whose customer is being dialled
 * @param parked callbacks that may not be dialled yet
 */
public record QueueView(
        String name,
        boolean open,
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
        long overflowedIn,
        long overflowedOut,
        long requeued,
        long unreached,
        int dialling,
        int parked,
        Map<QueueLimit, Long> limitExits) {

    static QueueView of(CallQueue queue) {
        return new QueueView(
                queue.name,
                queue.open,
                queue.line.size(),
                queue.ringing,
                queue.line.isEmpty() ? OptionalLong.empty() : OptionalLong.of(queue.line.oldest()),
                queue.everyone().signedIn(),
                queue.everyone().ready.size(),
                queue.offered,
                queue.answered,
                queue.answeredWithinServiceLevel,
                queue.abandoned,
                queue.left,
                queue.overflowedIn,
                queue.overflowedOut,
                queue.requeued,
                queue.unreached,
                queue.dialling,
                queue.parked,
                queue.limitExits.view());
    }
}
