package org.rexian.acd;

/** One contact rings one agent. */
final class Offer {

    final long id;
    final Contact contact;
    final Agent agent;

    Offer(long id, Contact contact, Agent agent) {
        this.id = id;
        this.contact = contact;
        this.agent = agent;
    }
}
