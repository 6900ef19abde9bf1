package org.rexian.acd;

import java.util.Map;
import java.util.Optional;

/**
 * One contact as it stood after the last command.
 *
 * @param requirement what it came with
 * @param asks what an agent must be for it at this moment, the queue's own requirement and all steps taken included
 * @param waitsFor the one agent whom it waits for alone at this moment, empty for anyone
 * @param position from 1 at the head of the queue, 0 while it rings or talks
 * @param ewtMillis expected wait from now, -1 while unknown, 0 while it rings or talks
 * @param waitingSince queue entry, epoch milliseconds
 * @param offers how many agents were rung for it so far
 * @param agent who is rung or talks
 */
public record ContactView(
        long id,
        ContactKind kind,
        String queue,
        String requirement,
        String asks,
        String waitsFor,
        String customerClass,
        int priority,
        ContactStage stage,
        int position,
        long ewtMillis,
        long waitingSince,
        int offers,
        Optional<String> agent,
        Map<String, String> attributes) {

    static ContactView of(Contact contact, int position, long now) {
        boolean waits = contact.stage == ContactStage.WAITING;
        return new ContactView(
                contact.id,
                contact.kind,
                contact.queue.name,
                contact.requirement,
                contact.requirementClass().requirement().toString(),
                contact.pinnedTo,
                contact.customerClass,
                contact.priority(),
                contact.stage,
                position,
                waits ? PositionRounds.ewtOf(contact, position, now) : 0,
                contact.waitingSince,
                contact.offers,
                agentOf(contact),
                contact.attributes);
    }

    private static Optional<String> agentOf(Contact contact) {
        return switch (contact.stage) {
            case WAITING, PARKED -> Optional.empty();
            case RINGING -> Optional.of(contact.ringing.getFirst().agent.id());
            case DIALLING, TALKING, HELD -> Optional.of(contact.agent().id());
        };
    }
}
