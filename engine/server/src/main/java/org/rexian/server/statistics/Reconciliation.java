package org.rexian.server.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.Measure;
import org.rexian.server.storage.StatisticsStore;

/** Whether what is stored agrees with itself and with the call records. Every line is a difference that must not be. */
public final class Reconciliation {

    /**
     * What was looked at.
     *
     * @param compared equations
     * @param differences in words, none if all is well
     */
    public record Outcome(int compared, List<String> differences) {}

    private final StatisticsStore store;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private Reconciliation(StatisticsStore store) {
        this.store = store;
    }

    /** Half hours and calls that begin within {@code from..to}; blocks. */
    public static Outcome of(StatisticsStore store, long from, long to) {
        Reconciliation check = new Reconciliation(store);
        Map<Long, Figures> site = check.sums(By.SITE, from, to);
        check.each(site, check.sums(By.QUEUE, from, to), "queues", false);
        check.each(site, check.sums(By.TIER, from, to), "tiers", false);
        check.each(site, check.sums(By.AGENT, from, to), "agents", true);
        check.each(site, check.sums(By.TEAM, from, to), "teams", true);
        check.balances(from, to);
        check.calls(from, to, site);
        return new Outcome(check.compared, List.copyOf(check.differences));
    }

    private Map<Long, Figures> sums(By by, long from, long to) {
        Map<Long, Figures> sums = new TreeMap<>();
        for (IntervalRow row : store.read(by, from, to)) {
            sums.merge(row.start(), row.figures(), Figures::plus);
        }
        return sums;
    }

    /** The site is the sum of its queues and tiers, save for agents' states, which are those of its agents and teams. */
    private void each(Map<Long, Figures> site, Map<Long, Figures> parts, String what, boolean states) {
        site.forEach((start, whole) -> {
            Figures sum = parts.getOrDefault(start, Figures.NONE);
            for (Measure measure : Measure.values()) {
                if (measure.isState() == states) {
                    same(
                            "half hour of " + start + ", " + measure.key(),
                            "site",
                            whole.get(measure),
                            what,
                            sum.get(measure));
                }
            }
        });
    }

    private void balances(long from, long to) {
        Map<String, Figures> queues = new TreeMap<>();
        store.read(By.QUEUE, from, to).forEach(row -> queues.merge(row.name(), row.figures(), Figures::plus));
        queues.forEach((name, sum) -> same(
                "queue " + name,
                "handled",
                sum.get(Measure.HANDLED),
                "answered + reached",
                sum.get(Measure.ANSWERED) + sum.get(Measure.REACHED)));
    }

    /** A call talks once unless its contact moves on from a talk, or is dialled: then records and contacts are different things. */
    private void calls(long from, long to, Map<Long, Figures> site) {
        Figures all = site.values().stream().reduce(Figures.NONE, Figures::plus);
        boolean moved = all.get(Measure.TRANSFERRED_OUT)
                        + all.get(Measure.REQUEUED)
                        + all.get(Measure.REACHED)
                        + all.get(Measure.DIALLED_ARRIVED)
                > 0;
        if (!moved) {
            same("talks", "call records", store.talks(from, to), "answered contacts", all.get(Measure.ANSWERED));
        }
    }

    private void same(String where, String one, long value, String other, long otherValue) {
        compared++;
        if (value != otherValue) {
            differences.add(where + ": " + one + " " + value + ", " + other + " " + otherValue + ", difference "
                    + (value - otherValue));
        }
    }
}
