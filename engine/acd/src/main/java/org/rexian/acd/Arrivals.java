package org.rexian.acd;

/** Contacts come, change their place, and go by themselves. Each answers why the command does not fit, "" if it did. */
final class Arrivals {

    private final Floor floor;
    private final Routing routing;
    private final Entrance entrance;
    private final Pins pins;
    private final Offers offers;
    private final Talks talks;
    private final Callbacks callbacks;

    Arrivals(
            Floor floor,
            Routing routing,
            Entrance entrance,
            Pins pins,
            Offers offers,
            Talks talks,
            Callbacks callbacks) {
        this.floor = floor;
        this.routing = routing;
        this.entrance = entrance;
        this.pins = pins;
        this.offers = offers;
        this.talks = talks;
        this.callbacks = callbacks;
    }

    String enqueue(AcdCommand.Enqueue enqueue) {
        CallQueue queue = floor.queues.get(enqueue.queue());
        if (queue == null) {
            return "no queue " + enqueue.queue();
        }
        String problem = problemOf(enqueue, queue);
        if (!problem.isEmpty()) {
            return problem;
        }
        Wish wish = Entrance.wishOf(queue, enqueue.requirement());
        Contact contact = new Contact(enqueue, queue, wish, ++floor.arrivals);
        contact.parkedUntil = contact.dialling.map(Dialling::notBefore).orElse(0L);
        contact.requirementClass().live++;
        pins.pin(contact, enqueue.standing().wish());
        entrance.enter(contact);
        return Shifts.DONE;
    }

    private String problemOf(AcdCommand.Enqueue enqueue, CallQueue queue) {
        if (floor.contacts.containsKey(enqueue.contact())) {
            return "contact " + enqueue.contact() + " is in the house already";
        }
        if (!isPriority(enqueue.priority())) {
            return outOfRange(enqueue.priority());
        }
        Standing standing = enqueue.standing();
        if (standing.ageCreditMillis() < 0 || standing.ageCreditMillis() > Contact.LONGEST_LIFE_MILLIS) {
            return "age credit " + standing.ageCreditMillis() + " ms is not within 0..30 days";
        }
        boolean dials = enqueue.kind() == ContactKind.CALLBACK || enqueue.kind() == ContactKind.OUTBOUND;
        if (dials != standing.dialling().isPresent()) {
            return dials ? "a " + enqueue.kind() + " without a number to dial" : enqueue.kind() + " dials nobody";
        }
        String dialling = standing.dialling()
                .map(how -> Callbacks.problemOf(how, floor.now()))
                .orElse(Shifts.DONE);
        String known =
                queue.wish(enqueue.requirement()).isPresent() ? Shifts.DONE : Entrance.problemOf(enqueue.requirement());
        // A caller may ask for whom it likes; who is unknown is not waited for. In `direct` there is nobody else.
        boolean direct = queue.name.equals(QueueDefinition.DIRECT);
        return dialling + known + (direct ? Pins.problemOf(queue, standing.wish()) : Shifts.DONE);
    }

    String abandon(Contact contact) {
        return goes(contact, OfferEnd.CALLER_GONE, ContactEnd.ABANDONED);
    }

    String leaveQueue(Contact contact) {
        if (contact.isTalking()) {
            return "contact " + contact.id + " talks with agent "
                    + contact.agent().id();
        }
        return goes(contact, OfferEnd.LEFT_QUEUE, ContactEnd.LEFT_QUEUE);
    }

    /** The call behind the contact is gone; a customer who waits to be called back waits on. */
    String callLost(Contact contact) {
        if (contact.dialling.isPresent() && !contact.isTalking()) {
            callbacks.callLost(contact);
            return Shifts.DONE;
        }
        if (contact.isTalking()) {
            talks.ended(contact, ContactEnd.ENGINE_RESTART, "engine restarted");
            return Shifts.DONE;
        }
        return goes(contact, OfferEnd.FAILED, ContactEnd.ENGINE_RESTART);
    }

    private String goes(Contact contact, OfferEnd offerEnd, ContactEnd end) {
        switch (contact.stage) {
            case WAITING -> {
                count(contact, end);
                routing.leaveLine(contact);
                floor.end(contact, end);
            }
            case RINGING -> {
                count(contact, end);
                offers.contactGone(contact, offerEnd, end);
            }
            case PARKED, DIALLING -> callbacks.withdraw(contact, end);
            case TALKING, HELD -> talks.ended(contact, EndedBy.CALLER);
        }
        return Shifts.DONE;
    }

    private static void count(Contact contact, ContactEnd end) {
        CallQueue queue = contact.queue;
        if (end == ContactEnd.ABANDONED) {
            queue.abandoned++;
            queue.ewt.abandoned();
        } else {
            queue.left++;
        }
    }

    String setPriority(Contact contact, int priority) {
        if (!isPriority(priority)) {
            return outOfRange(priority);
        }
        if (contact.isTalking()) {
            return "contact " + contact.id + " talks with agent "
                    + contact.agent().id();
        }
        if (contact.stage == ContactStage.WAITING) {
            // Nobody ready may take it, so the new place leads to no offer.
            routing.leaveLine(contact);
            contact.setPriority(priority);
            routing.waits(contact);
        } else {
            contact.setPriority(priority);
        }
        return Shifts.DONE;
    }

    String hold(Contact contact, boolean held) {
        ContactStage wanted = held ? ContactStage.HELD : ContactStage.TALKING;
        if (!contact.isTalking()) {
            return doesNotTalk(contact);
        }
        if (contact.stage == wanted) {
            return "contact " + contact.id + (held ? " is on hold already" : " is not on hold");
        }
        talks.hold(contact, held);
        return Shifts.DONE;
    }

    String talkEnded(Contact contact, EndedBy by) {
        if (!contact.isTalking()) {
            return doesNotTalk(contact);
        }
        talks.ended(contact, by);
        return Shifts.DONE;
    }

    static String doesNotTalk(Contact contact) {
        return "contact " + contact.id + " does not talk";
    }

    private static boolean isPriority(int priority) {
        return priority >= 0 && priority <= Contact.HIGHEST_PRIORITY;
    }

    private static String outOfRange(int priority) {
        return "priority " + priority + " is not within 0.." + Contact.HIGHEST_PRIORITY;
    }
}
