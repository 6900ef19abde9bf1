package org.rexian.acd;

import java.util.Optional;

/** Contacts come, change their place, and go by themselves. Each answers why the command does not fit, "" if it did. */
final class Arrivals {

    private final Floor floor;
    private final Routing routing;
    private final PositionRounds rounds;
    private final Limits limits;
    private final Offers offers;
    private final Talks talks;

    Arrivals(Floor floor, Routing routing, PositionRounds rounds, Limits limits, Offers offers, Talks talks) {
        this.floor = floor;
        this.routing = routing;
        this.rounds = rounds;
        this.limits = limits;
        this.offers = offers;
        this.talks = talks;
    }

    String enqueue(AcdCommand.Enqueue enqueue) {
        CallQueue queue = floor.queues.get(enqueue.queue());
        if (queue == null) {
            return "no queue " + enqueue.queue();
        }
        if (floor.contacts.containsKey(enqueue.contact())) {
            return "contact " + enqueue.contact() + " is in the house already";
        }
        if (!isPriority(enqueue.priority())) {
            return "priority " + enqueue.priority() + " is not within 0.." + Contact.HIGHEST_PRIORITY;
        }
        if (queue.knows(enqueue.requirement())) {
            arrive(enqueue, queue, queue.known(enqueue.requirement(), floor.arrivals + 1));
            return Shifts.DONE;
        }
        return switch (RequirementParser.parse(enqueue.requirement())) {
            case RequirementParser.Problem problem ->
                "requirement, column " + problem.column() + ": " + problem.message() + "; " + problem.hint();
            case RequirementParser.Compiled(Requirement asked) -> {
                arrive(enqueue, queue, queue.classFor(enqueue.requirement(), asked, floor.arrivals + 1));
                yield Shifts.DONE;
            }
        };
    }

    private void arrive(AcdCommand.Enqueue enqueue, CallQueue queue, RequirementClass wanted) {
        Contact contact = new Contact(enqueue, queue, wanted, ++floor.arrivals);
        queue.offered++;
        wanted.live++;
        if (limits.turnsAway(contact)) {
            return;
        }
        floor.contacts.put(contact.id, contact);
        limits.watch(contact);
        int position = queue.line.positionFor(contact);
        floor.emit(new AcdEvent.ContactQueued(
                floor.now(),
                contact.id,
                contact.kind,
                queue.name,
                contact.requirement,
                contact.customerClass,
                position));
        routing.waits(contact);
        if (contact.stage == ContactStage.WAITING) {
            rounds.tell(contact, position);
        }
    }

    String abandon(long id) {
        Contact contact = floor.contacts.get(id);
        if (contact == null) {
            return noContact(id);
        }
        CallQueue queue = contact.queue;
        switch (contact.stage) {
            case WAITING, PARKED -> {
                queue.abandoned++;
                routing.leaveLine(contact);
                floor.end(contact, ContactEnd.ABANDONED);
            }
            case RINGING -> {
                queue.abandoned++;
                offers.contactGone(contact.agent().offer(), OfferEnd.CALLER_GONE, ContactEnd.ABANDONED);
            }
            case TALKING, HELD -> talks.ended(contact, EndedBy.CALLER);
        }
        return Shifts.DONE;
    }

    String leaveQueue(long id) {
        Contact contact = floor.contacts.get(id);
        if (contact == null) {
            return noContact(id);
        }
        CallQueue queue = contact.queue;
        switch (contact.stage) {
            case WAITING, PARKED -> {
                queue.left++;
                routing.leaveLine(contact);
                floor.end(contact, ContactEnd.LEFT_QUEUE);
            }
            case RINGING -> {
                queue.left++;
                offers.contactGone(contact.agent().offer(), OfferEnd.LEFT_QUEUE, ContactEnd.LEFT_QUEUE);
            }
            case TALKING, HELD -> {
                return "contact " + id + " talks with agent " + contact.agent().id();
            }
        }
        return Shifts.DONE;
    }

    String setPriority(long id, int priority) {
        Contact contact = floor.contacts.get(id);
        if (contact == null) {
            return noContact(id);
        }
        if (!isPriority(priority)) {
            return "priority " + priority + " is not within 0.." + Contact.HIGHEST_PRIORITY;
        }
        if (contact.isTalking()) {
            return "contact " + id + " talks with agent " + contact.agent().id();
        }
        if (contact.stage == ContactStage.WAITING) {
            // Nobody ready matches it, so the new place leads to no offer.
            routing.leaveLine(contact);
            contact.setPriority(priority);
            routing.waits(contact);
        } else {
            contact.setPriority(priority);
        }
        return Shifts.DONE;
    }

    String hold(long id, boolean held) {
        Optional<Contact> found = talking(id);
        ContactStage wanted = held ? ContactStage.HELD : ContactStage.TALKING;
        if (found.isPresent() && found.get().stage == wanted) {
            return "contact " + id + (held ? " is on hold already" : " is not on hold");
        }
        return found.map(contact -> {
                    talks.hold(contact, held);
                    return Shifts.DONE;
                })
                .orElse("contact " + id + " does not talk");
    }

    String talkEnded(long id, EndedBy by) {
        return talking(id)
                .map(contact -> {
                    talks.ended(contact, by);
                    return Shifts.DONE;
                })
                .orElse("contact " + id + " does not talk");
    }

    private Optional<Contact> talking(long id) {
        return Optional.ofNullable(floor.contacts.get(id)).filter(Contact::isTalking);
    }

    private static boolean isPriority(int priority) {
        return priority >= 0 && priority <= Contact.HIGHEST_PRIORITY;
    }

    private static String noContact(long id) {
        return "no contact " + id;
    }
}
