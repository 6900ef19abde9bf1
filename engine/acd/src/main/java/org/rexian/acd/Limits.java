package org.rexian.acd;

import java.util.List;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;

/**
 * The limits of a queue. Each sends the contact on to another queue where an overflow rule says so, or else ends it here;
 * then the flow goes on at the exit of that name.
 */
final class Limits {

    private final Floor floor;
    private final Routing routing;
    private final Entrance entrance;

    Limits(Floor floor, Routing routing, Entrance entrance) {
        this.floor = floor;
        this.routing = routing;
        this.entrance = entrance;
    }

    /** The longest wait is over; the contact waits in the line. */
    void waitOver(Contact contact) {
        routing.leaveLine(contact);
        exit(contact, QueueLimit.MAX_WAIT);
    }

    /** A contact comes back from an agent who did not answer: true, and the contact is gone, if its time ran out meanwhile. */
    boolean waitsTooLong(Contact contact) {
        long maxWaitMillis = contact.queue.definition().limits().maxWaitMillis();
        boolean over = maxWaitMillis > 0 && floor.now() >= contact.waitingSince + maxWaitMillis;
        if (over && contact.kind != ContactKind.CALLBACK) {
            exit(contact, QueueLimit.MAX_WAIT);
            return true;
        }
        return false;
    }

    /** After an agent left: nobody waits for nobody where the queue says so. */
    void leaveWhenEmpty(CallQueue queue) {
        if (queue.everyone().signedIn() > 0) {
            return;
        }
        boolean leave = queue.definition().limits().leaveWhenEmpty();
        List<Overflow> rules = queue.definition().overflow();
        if (leave || rules.stream().anyMatch(rule -> rule.when() == When.NO_AGENTS)) {
            sendAway(queue, When.NO_AGENTS, QueueLimit.NO_AGENTS, leave);
        }
    }

    /** The queue closed and nobody shall wait in it any more. */
    void closed(CallQueue queue) {
        sendAway(queue, When.CLOSED, QueueLimit.CLOSED, true);
    }

    private void sendAway(CallQueue queue, When when, QueueLimit limit, boolean otherwiseEnd) {
        for (Contact contact : queue.line.inOrder()) {
            if (contact.stage != ContactStage.WAITING || entrance.overflows(contact, when) || !otherwiseEnd) {
                continue;
            }
            if (contact.kind != ContactKind.CALLBACK) {
                routing.leaveLine(contact);
                exit(contact, limit);
            }
        }
    }

    private void exit(Contact contact, QueueLimit limit) {
        entrance.exit(contact, limit);
    }
}
