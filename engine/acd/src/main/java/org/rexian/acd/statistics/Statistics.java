package org.rexian.acd.statistics;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.CommandFold;

/**
 * Figures as a fold over the router's commands and events: the same commands and events give the same figures. {@link Measure} says what
 * is counted, {@link Figures} what is derived from it.
 *
 * <p>Follows a router by {@link org.rexian.acd.AcdCore#follow}, and is as cheap as that asks for. For the router's thread. Half-hour intervals are those of the epoch; one is closed, and handed over, by the first
 * command that is carried out at or after its end. To close it in time where nothing happens, send a {@link AcdCommand.Tick}.
 */
public final class Statistics implements CommandFold {

    private final Books books = new Books();
    private final Workers workers = new Workers(books);
    private final Visits visits;
    private final Consumer<List<IntervalRow>> closed;
    private AcdCommand command = new AcdCommand.Tick(Long.MIN_VALUE);
    private boolean rejected;
    private long last = Long.MIN_VALUE;
    private long intervalStart = Long.MIN_VALUE;
    private long begun = Long.MIN_VALUE;

    /**
     * Nothing has happened yet.
     *
     * @param closed gets what was counted in each interval that is over, in the order of the intervals, if anything was; on the caller's
     *     thread
     */
    public Statistics(StatisticsRules rules, Consumer<List<IntervalRow>> closed) {
        this.visits = new Visits(rules, books, workers);
        this.closed = closed;
    }

    @Override
    public void begin(AcdCommand given) {
        command = given;
        rejected = false;
    }

    @Override
    public void see(AcdEvent event) {
        if (event instanceof AcdEvent.CommandRejected) {
            rejected = true;
            return;
        }
        reach(event.at());
        switch (event) {
            case AcdEvent.ContactQueued e -> visits.queued(e);
            case AcdEvent.AgentOffered e -> visits.offered(e);
            case AcdEvent.OfferCancelled e -> visits.cancelled(e);
            case AcdEvent.Connected e -> visits.connected(e);
            case AcdEvent.AgentStateChanged e -> workers.changed(e);
            case AcdEvent.ContactEnded e -> visits.ended(e, command);
            case AcdEvent.LimitReached e -> visits.limitReached(e, command);
            case AcdEvent.Overflowed e -> visits.overflowed(e, command);
            case AcdEvent.Transferred e -> visits.transferred(e, command);
            case AcdEvent.Requeued e -> visits.requeued(e);
            case AcdEvent.TakenOver e -> visits.takenOver(e);
            case AcdEvent.CallbackRequested e -> visits.callbackRequested(e);
            case AcdEvent.DialCustomer e -> visits.dialled(e, command);
            case AcdEvent.Configured e -> configured(e.at());
            case AcdEvent.PositionChanged _,
                    AcdEvent.RequirementRelaxed _,
                    AcdEvent.DialFailed _,
                    AcdEvent.QueueOpenChanged _,
                    AcdEvent.CommandRejected _ -> {}
        }
    }

    @Override
    public void end() {
        if (!rejected) {
            reach(command.at());
            if (command instanceof AcdCommand.Hold hold) {
                visits.hold(hold);
            }
        }
    }

    private void configured(long at) {
        if (command instanceof AcdCommand.Configure configure) {
            settle(at);
            books.configured(configure.configuration());
            workers.configured(configure.configuration(), at);
        }
    }

    /** Time has come so far: closes the intervals before. */
    private void reach(long at) {
        if (at < intervalStart + StatisticsRules.INTERVAL_MILLIS && intervalStart != Long.MIN_VALUE) {
            last = at;
            return;
        }
        if (intervalStart == Long.MIN_VALUE) {
            intervalStart = StatisticsRules.intervalOf(at);
            begun = at;
        }
        while (at >= intervalStart + StatisticsRules.INTERVAL_MILLIS) {
            settle(intervalStart + StatisticsRules.INTERVAL_MILLIS);
            List<IntervalRow> rows = books.close(intervalStart);
            if (!rows.isEmpty()) {
                closed.accept(rows);
            }
            intervalStart += StatisticsRules.INTERVAL_MILLIS;
        }
        last = at;
    }

    private void settle(long at) {
        visits.settle(at);
        workers.settle(at);
    }

    /**
     * Counts what lasts up to now. Harmless at any time: what was counted too far is taken back by the next command, should it be
     * older. Never past the open interval.
     */
    private void settleOpen(long now) {
        if (intervalStart != Long.MIN_VALUE) {
            settle(Math.clamp(now, last, intervalStart + StatisticsRules.INTERVAL_MILLIS));
        }
    }

    /** When the first command was; tells this fold from those of other runs. {@link Long#MIN_VALUE} before it. */
    public long begun() {
        return begun;
    }

    /** Begin of the open interval; {@link Long#MIN_VALUE} before the first command. */
    public long openInterval() {
        return intervalStart;
    }

    /** The open interval up to now, by kind and name; only names under which something was counted. */
    public List<IntervalRow> open(long now) {
        settleOpen(now);
        return books.touched(intervalStart);
    }

    /** Everything since the fold began, up to now, by name. */
    public Map<String, Figures> totals(By by, long now) {
        settleOpen(now);
        return books.totals(by);
    }

    /** As {@link #totals}, for one name; {@link Figures#NONE} where nothing was counted under it. */
    public Figures total(By by, String name, long now) {
        settleOpen(now);
        return books.total(by, name);
    }

    /** Events about contacts or offers that no event before had spoken of: 0, or the log is not whole. */
    public long strays() {
        return visits.strays();
    }

    /** Everything that is known, between two commands. */
    public StatisticsSnapshot snapshot() {
        settleOpen(last);
        return Restoring.snapshot(begun, last, intervalStart, books, visits, workers);
    }

    /** Goes on from a snapshot as if it had seen everything before. */
    public static Statistics restore(
            StatisticsRules rules, StatisticsSnapshot snapshot, Consumer<List<IntervalRow>> closed) {
        Statistics statistics = new Statistics(rules, closed);
        statistics.begun = snapshot.begun();
        statistics.last = snapshot.last();
        statistics.intervalStart = snapshot.intervalStart();
        Restoring.restore(snapshot, statistics.books, statistics.visits, statistics.workers);
        return statistics;
    }
}
