package org.rexian.acd.statistics;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.ContactEnd;
import org.rexian.acd.ContactKind;
import org.rexian.acd.statistics.StatisticsSnapshot.Stage;
import org.rexian.acd.statistics.StatisticsSnapshot.Stream;

/**
 * What contacts' events count. A visit is a contact's stay in one queue: it begins when the contact comes, by itself or from elsewhere,
 * and ends when it is connected, moves on, or is gone.
 */
final class Visits {

    private final StatisticsRules rules;
    private final Books books;
    private final Workers workers;
    private final LongMap<Visit> open = new LongMap<>();
    private final LongMap<Ringing> ringing = new LongMap<>();
    private final Deque<Visit> freeVisits = new ArrayDeque<>();
    private final Deque<Ringing> freeRingings = new ArrayDeque<>();
    private long strays;

    Visits(StatisticsRules rules, Books books, Workers workers) {
        this.rules = rules;
        this.books = books;
        this.workers = workers;
    }

    // how a contact comes

    void queued(AcdEvent.ContactQueued e) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            visit = begin(e.contact(), e.kind(), e.customerClass(), e.requirement());
        }
        visit.requirement = e.requirement();
        if (visit.stage == Stage.MOVING) {
            enter(visit, e.queue(), e.at());
        }
    }

    private Visit begin(long contact, ContactKind kind, String tier, String requirement) {
        Visit visit = freeVisits.isEmpty() ? new Visit() : freeVisits.pop();
        Stream stream = switch (kind) {
            case VOICE, CHAT -> Stream.INBOUND;
            case CALLBACK, OUTBOUND -> Stream.DIALLED;
            case CONSULT -> Stream.CONSULT;
        };
        visit.begin(contact, stream, tier, requirement);
        open.put(contact, visit);
        return visit;
    }

    private void enter(Visit visit, String queue, long at) {
        visit.scope = books.scope(queue, visit.tier, visit.requirement);
        visit.stage = Stage.WAITING;
        visit.counted = false;
        visit.enteredAt = at;
        if (visit.origin != Measure.OVERFLOWED_IN) {
            visit.requestedAt = at;
        }
        boolean arrived = visit.origin == Measure.ARRIVED;
        visit.scope.add(
                switch (visit.stream) {
                    case INBOUND -> visit.origin;
                    case DIALLED -> arrived ? Measure.DIALLED_ARRIVED : Measure.DIALLED_IN;
                    case CONSULT -> Measure.CONSULTS;
                },
                1);
    }

    /**
     * The contact as it stands in this queue. One that is turned away or sent on at the door was never said to be queued; then the
     * command tells who it is.
     */
    private @Nullable Visit standing(long contact, String queue, long at, AcdCommand command) {
        Visit visit = open.get(contact);
        if (visit == null) {
            if (!(command instanceof AcdCommand.Enqueue enqueue) || enqueue.contact() != contact) {
                strays++;
                return null;
            }
            visit = begin(contact, enqueue.kind(), enqueue.customerClass(), enqueue.requirement());
        }
        if (visit.stage == Stage.MOVING) {
            enter(visit, queue, at);
        }
        return visit;
    }

    // how it is offered

    void offered(AcdEvent.AgentOffered e) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
            return;
        }
        Worker worker = workers.of(e.agent(), e.at());
        Ringing rings = freeRingings.isEmpty() ? new Ringing(worker) : freeRingings.pop();
        rings.begin(e.offer(), visit.scope, worker, e.at());
        ringing.put(e.offer(), rings);
        count(visit.scope, worker, Measure.OFFERS);
    }

    void cancelled(AcdEvent.OfferCancelled e) {
        Ringing rings = stopped(e.offer(), e.at());
        if (rings != null) {
            count(rings.scope, rings.worker, Measure.of(e.cause()));
        }
    }

    private @Nullable Ringing stopped(long offer, long at) {
        Ringing rings = ringing.remove(offer);
        if (rings == null) {
            strays++;
            return null;
        }
        rings.settle(at);
        freeRingings.push(rings);
        return rings;
    }

    /** The agent has accepted: its phone rings no more. */
    void dialled(AcdEvent.DialCustomer e, AcdCommand command) {
        if (command instanceof AcdCommand.OfferAccepted accepted) {
            stopped(accepted.offer(), e.at());
        }
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
            return;
        }
        count(visit.scope, workers.of(e.agent(), e.at()), Measure.DIALS);
    }

    // how it talks

    void connected(AcdEvent.Connected e) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
            return;
        }
        if (ringing.get(e.offer()) != null) { // that of a dialled contact was over when dialling began
            stopped(e.offer(), e.at());
        }
        Worker worker = workers.of(e.agent(), e.at());
        switch (visit.stream) {
            case INBOUND -> answered(visit, worker, e.at());
            case DIALLED -> count(visit.scope, worker, Measure.REACHED);
            case CONSULT -> count(visit.scope, worker, Measure.CONSULTS_ANSWERED);
        }
        if (visit.hasCustomer()) {
            count(visit.scope, worker, Measure.HANDLED);
        }
        talks(visit, worker, e.at());
    }

    private void answered(Visit visit, Worker worker, long at) {
        long wait = waited(visit, at);
        count(visit.scope, worker, Measure.ANSWERED);
        if (wait <= visit.scope.terms.thresholdMillis()) {
            count(visit.scope, worker, Measure.ANSWERED_IN_TIME);
        }
        visit.scope.add(Measure.WAIT_ANSWERED_MILLIS, wait);
        visit.scope.waited(wait);
        visit.scope.answeredAfter(wait);
        worker.add(Measure.WAIT_ANSWERED_MILLIS, wait);
        worker.waited(wait);
        worker.answeredAfter(wait);
    }

    private static void talks(Visit visit, Worker worker, long at) {
        visit.stage = Stage.TALKING;
        visit.since = at;
        visit.worker = worker;
        worker.last = visit.scope;
    }

    /** The command was carried out; of a chat beside others the agent's state says nothing. */
    void hold(AcdCommand.Hold command) {
        Visit visit = open.get(command.contact());
        if (visit != null && visit.isTalking()) {
            visit.settle(command.at());
            visit.stage = command.held() ? Stage.HELD : Stage.TALKING;
        }
    }

    private long waited(Visit visit, long at) {
        return at - (rules.clockStart() == ClockStart.REQUEST ? visit.requestedAt : visit.enteredAt);
    }

    void takenOver(AcdEvent.TakenOver e) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
            return;
        }
        hangUp(visit, e.at());
        Worker worker = workers.of(e.to(), e.at());
        count(visit.scope, worker, Measure.TAKEN_OVER);
        if (visit.hasCustomer()) {
            worker.add(Measure.HANDLED, 1);
        }
        talks(visit, worker, e.at());
    }

    /** The agent is out of the talk. */
    private static void hangUp(Visit visit, long at) {
        visit.settle(at);
        Worker worker = visit.worker;
        if (worker != null) {
            worker.last = visit.scope;
        }
        visit.worker = null;
    }

    // how it goes on

    void overflowed(AcdEvent.Overflowed e, AcdCommand command) {
        Visit visit = standing(e.contact(), e.from(), e.at(), command);
        if (visit != null) {
            out(visit, Measure.OVERFLOWED_OUT);
            move(visit, Measure.OVERFLOWED_IN);
        }
    }

    void transferred(AcdEvent.Transferred e, AcdCommand command) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
            return;
        }
        Worker worker = visit.worker;
        if (worker != null && visit.hasCustomer()) {
            count(visit.scope, worker, Measure.TRANSFERRED_OUT);
        }
        onFromTalk(visit, Measure.TRANSFERRED_IN, e.at());
        if (command instanceof AcdCommand.Transfer transfer) {
            visit.requirement = transfer.requirement();
        }
    }

    void requeued(AcdEvent.Requeued e) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
            return;
        }
        onFromTalk(visit, Measure.REQUEUED, e.at());
        enter(visit, e.queue(), e.at());
    }

    /** A customer who was called is on the line now, and waits like others. */
    private static void onFromTalk(Visit visit, Measure origin, long at) {
        hangUp(visit, at);
        visit.stream = visit.hasCustomer() ? Stream.INBOUND : visit.stream;
        move(visit, origin);
    }

    private static void move(Visit visit, Measure origin) {
        visit.origin = origin;
        visit.stage = Stage.MOVING;
    }

    void callbackRequested(AcdEvent.CallbackRequested e) {
        Visit visit = open.get(e.contact());
        if (visit == null) {
            strays++;
        } else if (visit.stream == Stream.INBOUND) {
            visit.scope.add(Measure.CALLBACKS_REQUESTED, 1);
            visit.stream = Stream.DIALLED;
        }
    }

    // how it goes

    void limitReached(AcdEvent.LimitReached e, AcdCommand command) {
        Visit visit = standing(e.contact(), e.queue(), e.at(), command);
        if (visit != null) {
            out(visit, Measure.of(e.limit()));
        }
    }

    void ended(AcdEvent.ContactEnded e, AcdCommand command) {
        Visit visit = standing(e.contact(), e.queue(), e.at(), command);
        if (visit == null) {
            return;
        }
        if (visit.isTalking()) {
            Worker worker = visit.worker;
            if (worker != null && visit.hasCustomer()) {
                boolean lost = e.cause() == ContactEnd.ENGINE_RESTART;
                count(visit.scope, worker, lost ? Measure.TALKS_LOST : Measure.COMPLETED);
            }
            hangUp(visit, e.at());
        } else if (!visit.counted) {
            gone(visit, e.cause(), e.at());
        }
        open.remove(e.contact());
        freeVisits.push(visit);
    }

    private void gone(Visit visit, ContactEnd cause, long at) {
        if (visit.stream == Stream.INBOUND && cause == ContactEnd.ABANDONED) {
            abandoned(visit, at);
            return;
        }
        boolean dialled = visit.stream == Stream.DIALLED;
        out(
                visit,
                switch (cause) {
                    case ABANDONED, LEFT_QUEUE, COMPLETED, LIMIT -> Measure.LEFT_QUEUE;
                    case QUEUE_REMOVED -> Measure.REMOVED;
                    case ENGINE_RESTART -> Measure.LOST;
                    case CALLBACK_FAILED -> dialled ? Measure.CALLBACKS_FAILED : Measure.LEFT_QUEUE;
                    case CALLBACK_EXPIRED -> dialled ? Measure.CALLBACKS_EXPIRED : Measure.LEFT_QUEUE;
                });
    }

    private void abandoned(Visit visit, long at) {
        long wait = waited(visit, at);
        if (wait < rules.shortAbandonMillis()) {
            out(visit, Measure.SHORT_ABANDONED);
            return;
        }
        out(visit, Measure.ABANDONED);
        if (wait <= visit.scope.terms.thresholdMillis()) {
            visit.scope.add(Measure.ABANDONED_IN_TIME, 1);
        }
        visit.scope.add(Measure.WAIT_ABANDONED_MILLIS, wait);
        visit.scope.waited(wait);
    }

    /** Out of the queue, and not to an agent. */
    private static void out(Visit visit, Measure why) {
        visit.counted = true;
        visit.scope.add(
                switch (visit.stream) {
                    case INBOUND -> why;
                    case DIALLED ->
                        switch (why) {
                            case OVERFLOWED_OUT -> Measure.DIALLED_OUT;
                            case CALLBACKS_FAILED, CALLBACKS_EXPIRED -> why;
                            default -> Measure.DIALLED_GONE;
                        };
                    case CONSULT -> Measure.CONSULTS_GONE;
                },
                1);
    }

    private static void count(Scope scope, Worker worker, Measure measure) {
        scope.add(measure, 1);
        worker.add(measure, 1);
    }

    /** Counts all talks and all ringing up to now. */
    void settle(long at) {
        open.forEach(visit -> visit.settle(at));
        ringing.forEach(rings -> rings.settle(at));
    }

    LongMap<Visit> open() {
        return open;
    }

    LongMap<Ringing> ringing() {
        return ringing;
    }

    long strays() {
        return strays;
    }

    void strays(long before) {
        strays = before;
    }
}
