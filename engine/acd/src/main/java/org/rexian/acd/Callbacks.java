package org.rexian.acd;

import java.util.List;
import java.util.Optional;

/**
 * Customers who are dialled once an agent has accepted: callbacks, which keep their exact age and place, and outbound
 * contacts. One dialling at a time, inside a window, a bounded number of times.
 */
final class Callbacks {

    private final Floor floor;
    private final Routing routing;
    private final Watches watches;
    private final Offers offers;
    private final Talks talks;
    private final Shifts shifts;

    Callbacks(Floor floor, Routing routing, Watches watches, Offers offers, Talks talks, Shifts shifts) {
        this.floor = floor;
        this.routing = routing;
        this.watches = watches;
        this.offers = offers;
        this.talks = talks;
        this.shifts = shifts;
    }

    /** Why a customer can't be dialled so, "" if it can. */
    static String problemOf(Dialling dialling, long now) {
        if (dialling.number().isBlank()) {
            return "a callback without a number";
        }
        if (dialling.tries() < 1 || dialling.retryMillis() < 0) {
            return "a callback wants at least one try and no negative pause";
        }
        if (dialling.notAfter() <= now || dialling.notAfter() <= dialling.notBefore()) {
            return "the callback's window is over";
        }
        return Shifts.DONE;
    }

    String request(Contact contact, Dialling dialling) {
        if (contact.stage != ContactStage.WAITING) {
            return "contact " + contact.id + " does not wait but is " + contact.stage;
        }
        if (contact.kind != ContactKind.VOICE) {
            return "contact " + contact.id + " is " + contact.kind + ", no caller in a queue";
        }
        String problem = problemOf(dialling, floor.now());
        if (!problem.isEmpty()) {
            return problem;
        }
        contact.kind = ContactKind.CALLBACK;
        contact.dialling = Optional.of(dialling);
        floor.emit(new AcdEvent.CallbackRequested(floor.now(), contact.id, contact.queue.name, dialling));
        if (dialling.notBefore() > floor.now()) {
            routing.leaveLine(contact);
            park(contact, dialling.notBefore());
        }
        watches.watch(contact);
        return Shifts.DONE;
    }

    private void park(Contact contact, long until) {
        contact.stage = ContactStage.PARKED;
        contact.parkedUntil = until;
        contact.queue.parked++;
    }

    /** The deadline of a contact with a customer to dial: its window is over, or its pause. True if it ended here. */
    boolean due(Contact contact, Dialling dialling) {
        boolean expired = floor.now() > dialling.notAfter();
        if (contact.stage == ContactStage.PARKED) {
            contact.queue.parked--;
            contact.stage = ContactStage.WAITING;
            if (!expired) {
                routing.waits(contact);
                watches.watch(contact);
                return false;
            }
            contact.queue.unreached++;
            floor.end(contact, ContactEnd.CALLBACK_EXPIRED);
            return true;
        }
        if (expired && contact.stage == ContactStage.WAITING) {
            routing.leaveLine(contact);
            contact.queue.unreached++;
            floor.end(contact, ContactEnd.CALLBACK_EXPIRED);
            return true;
        }
        return false;
    }

    String result(Contact contact, DialResult result) {
        if (contact.stage != ContactStage.DIALLING) {
            return "contact " + contact.id + " is " + contact.stage + ", nobody is dialled for it";
        }
        if (result == DialResult.ANSWERED) {
            contact.queue.dialling--;
            offers.connected(0, contact);
        } else {
            notReached(contact, result);
        }
        return Shifts.DONE;
    }

    /** Not this time: later again, or never. The agent has done nothing and is free at once. */
    void notReached(Contact contact, DialResult result) {
        Dialling dialling = contact.dialling.orElseThrow();
        Agent agent = talks.leave(contact);
        contact.queue.dialling--;
        long now = floor.now();
        long retryAt = now + dialling.retryMillis();
        boolean again = contact.tries < dialling.tries() && retryAt <= dialling.notAfter();
        floor.emit(new AcdEvent.DialFailed(
                now, contact.id, agent.id(), contact.queue.name, result, contact.tries, again ? retryAt : -1));
        if (again) {
            contact.requirementClass().live++;
            routing.assign(contact); // its class may have been forgotten meanwhile
            park(contact, retryAt);
            watches.watch(contact);
        } else {
            contact.queue.unreached++;
            floor.end(contact, ContactEnd.CALLBACK_FAILED);
        }
        if (agent.talks.isEmpty()) {
            shifts.afterWork(agent, "customer not reached");
        }
    }

    /** The customer, still waiting for the callback, does not want it any more, or somebody took it off the list. */
    String withdraw(Contact contact, ContactEnd end) {
        switch (contact.stage) {
            case PARKED -> {
                contact.queue.parked--;
                contact.queue.left++;
                floor.end(contact, end);
            }
            case DIALLING -> {
                Agent agent = talks.leave(contact);
                contact.queue.dialling--;
                contact.queue.left++;
                floor.end(contact, end);
                shifts.afterWork(agent, "callback withdrawn");
            }
            case WAITING, RINGING, TALKING, HELD -> throw new IllegalStateException("not a callback's own stage");
        }
        return Shifts.DONE;
    }

    /** After a restart: nothing that was dialled or rung is there any more, the wish to be called back is. */
    void callLost(Contact contact) {
        if (contact.stage == ContactStage.RINGING) {
            List<Offer> all = offers.takeBack(contact, OfferEnd.FAILED);
            routing.waits(contact);
            all.forEach(offer -> offers.free(offer.agent, "engine restarted"));
        } else if (contact.stage == ContactStage.DIALLING) {
            notReached(contact, DialResult.FAILED);
        }
    }
}
