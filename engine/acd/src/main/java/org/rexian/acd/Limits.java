package org.rexian.acd;

/** The limits of a queue. Each ends the contact here; the flow goes on at the exit of that name. */
final class Limits {

    private final Floor floor;
    private final Routing routing;

    Limits(Floor floor, Routing routing) {
        this.floor = floor;
        this.routing = routing;
    }

    /** True if the contact may not even join. Who can be offered at once is never turned away for want of room. */
    boolean turnsAway(Contact contact) {
        CallQueue queue = contact.queue;
        QueueDefinition.WaitLimits rules = queue.definition().limits();
        if (!rules.joinEmpty() && queue.everyone().signedIn == 0) {
            exit(contact, QueueLimit.NO_AGENTS);
            return true;
        }
        boolean full = rules.maxWaiting() > 0 && queue.line.size() >= rules.maxWaiting();
        if (full && contact.requirementClass().ready.isEmpty()) {
            exit(contact, QueueLimit.FULL);
            return true;
        }
        return false;
    }

    /** Starts, moves or stops the clock of the contact's longest wait, as the queue has it now. */
    void watch(Contact contact) {
        long maxWaitMillis = contact.queue.definition().limits().maxWaitMillis();
        if (maxWaitMillis > 0) {
            floor.deadlines.set(contact.limit, contact.enqueuedAt + maxWaitMillis);
        } else {
            floor.deadlines.cancel(contact.limit);
        }
    }

    /** The longest wait is over. A contact that rings is about to be answered: {@link #waitsTooLong} looks when it comes back. */
    void waitOver(Contact contact) {
        if (contact.stage == ContactStage.WAITING) {
            routing.leaveLine(contact);
            exit(contact, QueueLimit.MAX_WAIT);
        }
    }

    /** A contact comes back from an agent who did not answer: true, and the contact is gone, if its time ran out meanwhile. */
    boolean waitsTooLong(Contact contact) {
        long maxWaitMillis = contact.queue.definition().limits().maxWaitMillis();
        boolean over = maxWaitMillis > 0 && floor.now() >= contact.enqueuedAt + maxWaitMillis;
        if (over) {
            exit(contact, QueueLimit.MAX_WAIT);
        }
        return over;
    }

    /** After an agent left: nobody waits for nobody where the queue says so. */
    void leaveWhenEmpty(CallQueue queue) {
        if (!queue.definition().limits().leaveWhenEmpty() || queue.everyone().signedIn > 0) {
            return;
        }
        for (Contact contact : queue.line.inOrder()) {
            routing.leaveLine(contact);
            exit(contact, QueueLimit.NO_AGENTS);
        }
    }

    private void exit(Contact contact, QueueLimit limit) {
        contact.queue.limitExits.add(limit, 1);
        floor.emit(new AcdEvent.LimitReached(floor.now(), contact.id, contact.queue.name, limit));
        floor.end(contact, ContactEnd.LIMIT);
    }
}
