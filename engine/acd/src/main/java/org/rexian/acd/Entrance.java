package org.rexian.acd;

import java.util.Optional;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;

/** The way into a queue: by the front door, by transfer, or by overflow from another one. */
final class Entrance {

    private final Floor floor;
    private final Routing routing;
    private final PositionRounds rounds;
    private final Watches watches;

    Entrance(Floor floor, Routing routing, PositionRounds rounds, Watches watches) {
        this.floor = floor;
        this.routing = routing;
        this.rounds = rounds;
        this.watches = watches;
    }

    /** Why the text of a requirement cannot be used, "" if it can. */
    static String problemOf(String requirement) {
        return switch (RequirementPlan.parse(requirement)) {
            case RequirementPlan.Problem problem ->
                "requirement, column " + problem.column() + ": " + problem.message() + "; " + problem.hint();
            case RequirementPlan.Compiled fine -> "";
        };
    }

    /** What contacts of this queue with this text ask for; the text was looked at by {@link #problemOf}. */
    static Wish wishOf(CallQueue queue, String requirement) {
        return queue.wish(requirement).orElseGet(() -> switch (RequirementPlan.parse(requirement)) {
            case RequirementPlan.Compiled(RequirementPlan plan) -> queue.wish(requirement, plan);
            case RequirementPlan.Problem problem -> throw new IllegalStateException("was checked before: " + problem);
        });
    }

    /** A contact that stands in front of its queue, in no line, with {@code live} counted: enters, goes on, or is turned away. */
    void enter(Contact contact) {
        CallQueue queue = contact.queue;
        queue.offered++;
        routing.assign(contact);
        contact.takePlace(floor.rules);
        Optional<QueueLimit> refused = refusal(contact);
        if (refused.isPresent() && target(contact, refused.get()).isEmpty()) {
            exit(contact, refused.get());
            return;
        }
        floor.contacts.put(contact.id, contact);
        int position = queue.line.positionFor(contact);
        floor.emit(new AcdEvent.ContactQueued(
                floor.now(),
                contact.id,
                contact.kind,
                queue.name,
                contact.requirement,
                contact.customerClass,
                position));
        Optional<Overflow> rule = firstOf(contact);
        if (rule.isPresent()) {
            goOn(contact, rule.get());
            return;
        }
        if (contact.parkedUntil > floor.now()) {
            contact.stage = ContactStage.PARKED;
            queue.parked++;
        } else {
            routing.waits(contact);
        }
        watches.watch(contact);
        if (contact.stage == ContactStage.WAITING) {
            rounds.tell(contact, queue.line.positionOf(contact));
        }
    }

    /** The limit that keeps a contact out; who can be offered at once is never turned away for want of room. */
    private static Optional<QueueLimit> refusal(Contact contact) {
        CallQueue queue = contact.queue;
        QueueDefinition.WaitLimits rules = queue.definition().limits();
        if (!queue.open) {
            return Optional.of(QueueLimit.CLOSED);
        }
        if (!rules.joinEmpty() && queue.everyone().signedIn() == 0) {
            return Optional.of(QueueLimit.NO_AGENTS);
        }
        boolean full = rules.maxWaiting() > 0 && queue.line.size() >= rules.maxWaiting();
        return full && contact.requirementClass().ready.isEmpty() ? Optional.of(QueueLimit.FULL) : Optional.empty();
    }

    /** The rule by which a refused contact goes on instead: any rule for its case, and for want of room one for length. */
    private Optional<Overflow> target(Contact contact, QueueLimit refused) {
        return switch (refused) {
            case CLOSED -> ruleFor(contact, When.CLOSED);
            case NO_AGENTS -> ruleFor(contact, When.NO_AGENTS);
            case FULL -> ruleFor(contact, When.LENGTH);
            case MAX_WAIT -> Optional.empty();
        };
    }

    private Optional<Overflow> firstOf(Contact contact) {
        Optional<QueueLimit> refused = refusal(contact);
        if (refused.isPresent()) {
            return target(contact, refused.get());
        }
        for (Overflow rule : contact.queue.definition().overflow()) {
            if (holdsOnEntry(rule, contact) && accepts(rule, contact)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private boolean holdsOnEntry(Overflow rule, Contact contact) {
        CallQueue queue = contact.queue;
        boolean waits = contact.requirementClass().ready.isEmpty();
        return switch (rule.when()) {
            case LENGTH -> waits && queue.line.size() >= rule.threshold();
            case EWT ->
                waits && PositionRounds.ewtOf(contact, queue.line.positionFor(contact), floor.now()) > rule.threshold();
            case NO_AGENTS -> queue.everyone().signedIn() == 0;
            case CLOSED, WAIT -> false;
        };
    }

    private Optional<Overflow> ruleFor(Contact contact, When when) {
        return contact.queue.definition().overflow().stream()
                .filter(rule -> rule.when() == when && accepts(rule, contact))
                .findFirst();
    }

    /** The other queue would let it in. */
    private boolean accepts(Overflow rule, Contact contact) {
        CallQueue to = floor.queues.get(rule.to());
        if (to == null || !to.open) {
            return false;
        }
        QueueDefinition.WaitLimits limits = to.definition().limits();
        boolean room = limits.maxWaiting() == 0 || to.line.size() < limits.maxWaiting();
        return room && (limits.joinEmpty() || to.everyone().signedIn() > 0) && !contact.queue.equals(to);
    }

    /** A contact in the line goes on to another queue if a rule says so; true if it went. */
    boolean overflows(Contact contact, When when) {
        Optional<Overflow> rule = contact.queue.definition().overflow().stream()
                .filter(each -> each.when() == when && isOver(each, contact) && accepts(each, contact))
                .findFirst();
        rule.ifPresent(found -> {
            routing.leaveLine(contact);
            goOn(contact, found);
        });
        return rule.isPresent();
    }

    private boolean isOver(Overflow rule, Contact contact) {
        return rule.when() != When.WAIT || floor.now() - contact.waitingSince >= rule.threshold();
    }

    private void goOn(Contact contact, Overflow rule) {
        CallQueue from = contact.queue;
        CallQueue to = floor.queues.get(rule.to());
        if (to == null) {
            throw new IllegalStateException("rule accepted before: " + rule);
        }
        from.overflowedOut++;
        to.overflowedIn++;
        floor.emit(new AcdEvent.Overflowed(floor.now(), contact.id, from.name, to.name, reasonOf(rule)));
        contact.enters(to, wishOf(to, contact.requirement), ++floor.arrivals, contact.waitingSince);
        if (contact.isPinned() && !to.hasMember(contact.pinnedTo)) {
            contact.pinnedTo = "";
        }
        enter(contact);
    }

    private static String reasonOf(Overflow rule) {
        return switch (rule.when()) {
            case WAIT -> "waited " + rule.threshold() / 1000 + "s";
            case EWT -> "expected wait above " + rule.threshold() / 1000 + "s";
            case LENGTH -> rule.threshold() + " waiting";
            case NO_AGENTS -> "no agent signed in";
            case CLOSED -> "closed";
        };
    }

    /** Out of the queue by one of its limits; the contact is in no line. */
    void exit(Contact contact, QueueLimit limit) {
        contact.queue.limitExits.add(limit, 1);
        floor.emit(new AcdEvent.LimitReached(floor.now(), contact.id, contact.queue.name, limit));
        floor.end(contact, ContactEnd.LIMIT);
    }
}
