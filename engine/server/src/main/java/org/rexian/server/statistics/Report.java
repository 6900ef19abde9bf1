package org.rexian.server.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.storage.StatisticsStore;

/** Figures of a time, by interval and name. Half hours belong to where they begin. */
public record Report(Query query, List<Row> rows) {

    /** How long one row lasts. */
    public enum Interval {
        HALF_HOUR,
        /** From midnight to midnight in the query's zone. */
        DAY,
        /** The whole time. */
        TOTAL
    }

    /** From when to when, {@code to} left out, in epoch milliseconds. */
    public record Query(long from, long to, By by, Interval interval, ZoneId zone) {}

    /**
     * One name in one interval.
     *
     * @param calls there for the site alone: what the call records say
     */
    public record Row(long start, long end, String name, Figures figures, Optional<CallCounts> calls) {}

    private record Place(long start, String name) {}

    private record Sum(Figures figures, CallCounts calls) {
        static final Sum NOTHING = new Sum(Figures.NONE, CallCounts.NONE);
    }

    /** Reads it; blocks. */
    public static Report of(StatisticsStore store, Query query) {
        Map<Place, Sum> sums =
                new TreeMap<>(java.util.Comparator.comparingLong(Place::start).thenComparing(Place::name));
        for (IntervalRow row : store.read(query.by, query.from, query.to)) {
            Place place = new Place(startOf(row.start(), query), row.name());
            Sum before = sums.getOrDefault(place, Sum.NOTHING);
            sums.put(place, new Sum(before.figures.plus(row.figures()), before.calls));
        }
        boolean site = query.by == By.SITE;
        if (site) {
            store.calls(query.from, query.to).forEach((start, calls) -> {
                Place place = new Place(startOf(start, query), "");
                Sum before = sums.getOrDefault(place, Sum.NOTHING);
                sums.put(place, new Sum(before.figures, before.calls.plus(calls)));
            });
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((place, sum) -> rows.add(new Row(
                place.start,
                endOf(place.start, query),
                place.name,
                sum.figures,
                site ? Optional.of(sum.calls) : Optional.empty())));
        return new Report(query, rows);
    }

    private static long startOf(long halfHour, Query query) {
        return switch (query.interval) {
            case HALF_HOUR -> halfHour;
            case DAY ->
                Instant.ofEpochMilli(halfHour)
                        .atZone(query.zone)
                        .toLocalDate()
                        .atStartOfDay(query.zone)
                        .toInstant()
                        .toEpochMilli();
            case TOTAL -> query.from;
        };
    }

    private static long endOf(long start, Query query) {
        return switch (query.interval) {
            case HALF_HOUR -> start + StatisticsRules.INTERVAL_MILLIS;
            case DAY ->
                Instant.ofEpochMilli(start)
                        .atZone(query.zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(query.zone)
                        .toInstant()
                        .toEpochMilli();
            case TOTAL -> query.to;
        };
    }
}
