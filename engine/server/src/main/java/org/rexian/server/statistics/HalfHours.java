package org.rexian.server.statistics;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.Statistics;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.acd.statistics.StatisticsSnapshot;

/**
 * The fold that follows the router, and the half hours that it has closed and nobody has written yet.
 *
 * @param fold for the router's thread
 * @param over each at least one row
 */
public record HalfHours(Statistics fold, Queue<List<IntervalRow>> over) {

    /** Of a router to which nothing has happened yet. */
    public static HalfHours begin(StatisticsRules rules) {
        Queue<List<IntervalRow>> over = new ConcurrentLinkedQueue<>();
        return new HalfHours(new Statistics(rules, over::add), over);
    }

    /** Of a router that goes on from a snapshot, taken between the same two commands as this one was. */
    public static HalfHours restore(StatisticsRules rules, StatisticsSnapshot snapshot) {
        Queue<List<IntervalRow>> over = new ConcurrentLinkedQueue<>();
        return new HalfHours(Statistics.restore(rules, snapshot, over::add), over);
    }
}
