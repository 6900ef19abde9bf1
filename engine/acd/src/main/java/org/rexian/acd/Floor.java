package org.rexian.acd;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everyone and everything that the router knows at this moment. */
final class Floor {

    final Turn turn = new Turn();
    final Deadlines deadlines = new Deadlines();

    /** In the order of the configuration; agents who were taken out of it but still talk come last. */
    final Map<String, Agent> agents = new LinkedHashMap<>();

    /** In the order of the configuration. */
    final Map<String, CallQueue> queues = new LinkedHashMap<>();

    /** Those who wait, ring or talk. Never walked through without sorting. */
    final Map<Long, Contact> contacts = new HashMap<>();

    /** Those that ring. Never walked through without sorting. */
    final Map<Long, Offer> offers = new HashMap<>();

    /** Who talked to whom last, the longest ago first; for sticky routing. */
    final LastTalks lastTalks = new LastTalks();

    RoutingRules rules = RoutingRules.standard();

    /** Sum of the queues' ratios, and of their waiting contacts. */
    double ratios = 1;

    int waiting;

    long offersMade;
    long arrivals;
    long idleTurns;

    long now() {
        return turn.now();
    }

    void emit(AcdEvent event) {
        turn.emit(event);
    }

    /** The contact is out of the line and of every talk: its one end. */
    void end(Contact contact, ContactEnd cause) {
        deadlines.cancel(contact.timer);
        contacts.remove(contact.id);
        if (!contact.isServed()) {
            contact.requirementClass().live--;
        }
        emit(new AcdEvent.ContactEnded(now(), contact.id, contact.queue.name, cause, contact.attributes));
    }
}
