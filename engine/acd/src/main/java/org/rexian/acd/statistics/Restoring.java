package org.rexian.acd.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.acd.statistics.StatisticsSnapshot.ContactState;
import org.rexian.acd.statistics.StatisticsSnapshot.OfferState;
import org.rexian.acd.statistics.StatisticsSnapshot.RowState;
import org.rexian.acd.statistics.StatisticsSnapshot.WorkerState;

/** From the fold to plain values and back. */
final class Restoring {

    private Restoring() {}

    /** Whatever lasts is counted up to {@code last}. */
    static StatisticsSnapshot snapshot(
            long begun, long last, long intervalStart, Books books, Visits visits, Workers workers) {
        List<ContactState> contacts = new ArrayList<>();
        visits.open().inOrder().forEach(visit -> contacts.add(state(visit)));
        List<OfferState> offers = new ArrayList<>();
        visits.ringing()
                .inOrder()
                .forEach(rings -> offers.add(new OfferState(rings.offer, rings.worker.id, rings.scope.terms)));
        List<WorkerState> agents = new ArrayList<>();
        workers.all().forEach(worker -> agents.add(state(worker)));
        List<RowState> rows = new ArrayList<>();
        for (By by : By.values()) {
            books.all(by).forEach(row -> rows.add(new RowState(by, row.name, row.open(), row.before())));
        }
        return new StatisticsSnapshot(
                begun,
                last,
                intervalStart,
                books.queues(),
                books.targets(),
                contacts,
                offers,
                agents,
                rows,
                visits.strays());
    }

    private static ContactState state(Visit visit) {
        Worker worker = visit.worker;
        return new ContactState(
                visit.contact,
                visit.stream,
                visit.stage,
                visit.scope.terms,
                visit.origin,
                visit.tier,
                visit.requirement,
                visit.counted,
                visit.enteredAt,
                visit.requestedAt,
                worker == null ? Optional.empty() : Optional.of(worker.id));
    }

    private static WorkerState state(Worker worker) {
        return new WorkerState(worker.id, worker.team(), worker.state, worker.dismissed, worker.last.terms);
    }

    static void restore(StatisticsSnapshot from, Books books, Visits visits, Workers workers) {
        books.held(from.queues(), from.targets());
        from.rows().forEach(row -> books.row(row.by(), row.name()).restore(row.open(), row.before()));
        for (WorkerState state : from.workers()) {
            Worker worker = workers.add(state.agent(), state.team(), from.last());
            worker.state = state.state();
            worker.dismissed = state.dismissed();
            worker.last = books.scope(state.scope());
        }
        for (ContactState state : from.contacts()) {
            restore(state, visits.open(), books, workers, from.last());
        }
        for (OfferState state : from.offers()) {
            Worker worker = workers.of(state.agent(), from.last());
            Ringing rings = new Ringing(worker);
            rings.begin(state.offer(), books.scope(state.scope()), worker, from.last());
            visits.ringing().put(state.offer(), rings);
        }
        visits.strays(from.strays());
    }

    private static void restore(ContactState state, LongMap<Visit> open, Books books, Workers workers, long last) {
        Visit visit = new Visit();
        visit.begin(state.contact(), state.stream(), state.tier(), state.requirement());
        visit.stage = state.stage();
        visit.scope = books.scope(state.scope());
        visit.origin = state.origin();
        visit.counted = state.counted();
        visit.enteredAt = state.enteredAt();
        visit.requestedAt = state.requestedAt();
        visit.since = last;
        visit.worker = state.agent().map(agent -> workers.of(agent, last)).orElse(null);
        open.put(state.contact(), visit);
    }
}
