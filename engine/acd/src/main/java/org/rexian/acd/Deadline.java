package org.rexian.acd;

/** Something that is due at a time ({@code major}); of two due at once, the one set earlier ({@code minor}) fires first. */
abstract sealed class Deadline extends HeapNode {

    /** The end of ringing, wrap-up or a pause: an agent waits for one of them at most. */
    static final class OfAgent extends Deadline {
        final Agent agent;

        OfAgent(Agent agent) {
            this.agent = agent;
        }
    }

    /** The longest wait of a contact. */
    static final class OfContact extends Deadline {
        final Contact contact;

        OfContact(Contact contact) {
            this.contact = contact;
        }
    }

    /** The next round of telling a queue's callers where they stand. */
    static final class OfPositions extends Deadline {
        final CallQueue queue;

        OfPositions(CallQueue queue) {
            this.queue = queue;
        }
    }
}
