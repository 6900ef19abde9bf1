package org.rexian.acd.statistics;

import java.util.List;
import org.rexian.acd.statistics.StatisticsSnapshot.ScopeState;

/** Contacts of one queue, tier and requirement: the rows in which they count, and the threshold that they are held to. */
final class Scope {

    /** Of a contact that stands nowhere yet. */
    static final Scope NOWHERE = new Scope(new ScopeState("", "", "", List.of(), 0), List.of());

    final ScopeState terms;
    private final Row[] rows;

    Scope(ScopeState terms, List<Row> rows) {
        this.terms = terms;
        this.rows = rows.toArray(Row[]::new);
    }

    void add(Measure measure, long amount) {
        for (Row row : rows) {
            row.add(measure, amount);
        }
    }

    void waited(long millis) {
        for (Row row : rows) {
            row.waited(millis);
        }
    }

    void answeredAfter(long millis) {
        int bucket = WaitBuckets.indexOf(millis);
        for (Row row : rows) {
            row.answeredAfter(bucket);
        }
    }
}
