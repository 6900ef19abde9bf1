package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of one replication, a row a subject: the floor, then queues, customer classes and groups that have callers. */
public final class DayFigures {

    private final Map<Subject, Row> rows;
    private final Curves curves;

    private DayFigures(Map<Subject, Row> rows, Curves curves) {
        this.rows = rows;
        this.curves = curves;
    }

    /** Subjects in the order of a report. */
    public List<Subject> subjects() {
        return List.copyOf(rows.keySet());
    }

    /** NaN where the subject has no such figure. */
    public double of(Subject subject, Measure measure) {
        Row row = rows.get(subject);
        return row == null ? Double.NaN : row.get(measure);
    }

    /** For the plots. */
    public Curves curves() {
        return curves;
    }

    /** Figures from elsewhere, without curves. */
    static DayFigures known(Map<Subject, Map<Measure, Double>> figures) {
        Map<Subject, Row> rows = new LinkedHashMap<>();
        figures.forEach((subject, row) -> row.forEach((measure, value) ->
                rows.computeIfAbsent(subject, _ -> new Row()).set(measure, value)));
        return new DayFigures(Collections.unmodifiableMap(rows), new Curves());
    }

    static DayFigures of(DayLog log) {
        Map<Subject, CallerFigures> sums = new LinkedHashMap<>();
        Curves curves = new Curves();
        List<List<Subject>> subjects = subjectsOf(log.scenario.groups());
        subjects.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Subject::kind))
                .forEach(subject -> sums.put(subject, new CallerFigures()));
        List<CallerFigures[]> sumsOf = subjects.stream()
                .map(each -> each.stream().map(sums::get).toArray(CallerFigures[]::new))
                .toList();
        for (int caller = 0; caller < log.traffic.size; caller++) {
            if (log.window.holds(log.traffic.at[caller])) {
                int group = log.traffic.group[caller];
                long target = log.scenario.groups().get(group).targetMillis();
                Outcome outcome = log.outcome(caller);
                for (CallerFigures sum : sumsOf.get(group)) {
                    sum.add(outcome, log.waited(caller), target);
                }
                curves.add(subjects.get(group), log.traffic.at[caller], outcome, log.waited(caller), target);
            }
        }
        Map<Subject, Row> rows = new LinkedHashMap<>();
        sums.forEach((subject, sum) -> rows.put(subject, sum.figures()));
        queues(log, rows, curves);
        floor(log, rows.computeIfAbsent(Subject.FLOOR, _ -> new CallerFigures().figures()), curves);
        return new DayFigures(Collections.unmodifiableMap(rows), curves);
    }

    private static List<List<Subject>> subjectsOf(List<CallerGroup> groups) {
        return groups.stream()
                .map(group -> {
                    List<Subject> all = new ArrayList<>(List.of(
                            Subject.FLOOR,
                            new Subject(Subject.Kind.QUEUE, group.queue()),
                            new Subject(Subject.Kind.GROUP, group.name())));
                    if (!group.customerClass().isEmpty()) {
                        all.add(new Subject(Subject.Kind.CLASS, group.customerClass()));
                    }
                    return List.copyOf(all);
                })
                .toList();
    }

    private static void queues(DayLog log, Map<Subject, Row> rows, Curves curves) {
        for (int queue = 0; queue < log.queues.size(); queue++) {
            Row row = rows.get(new Subject(Subject.Kind.QUEUE, log.queues.get(queue)));
            if (row != null) {
                row.set(Measure.QUEUE_MEAN, log.lengths.mean(queue));
                row.set(Measure.QUEUE_LONGEST, log.lengths.longest(queue));
                curves.addLengths(log.queues.get(queue), log.lengths.curve(queue));
            }
        }
    }

    private static void floor(DayLog log, Row row, Curves curves) {
        double[] occupancies = log.agents.occupancies();
        double mean = Arrays.stream(occupancies).average().orElse(Double.NaN);
        double variance = Arrays.stream(occupancies)
                .map(o -> (o - mean) * (o - mean))
                .average()
                .orElse(Double.NaN);
        row.set(Measure.OCCUPANCY, mean);
        row.set(Measure.OCCUPANCY_SPREAD, Math.sqrt(variance));
        row.set(Measure.OCCUPANCY_LOWEST, Arrays.stream(occupancies).min().orElse(Double.NaN));
        row.set(Measure.OCCUPANCY_HIGHEST, Arrays.stream(occupancies).max().orElse(Double.NaN));
        row.set(
                Measure.CALLS_AN_AGENT,
                Arrays.stream(log.agents.answered()).average().orElse(Double.NaN));
        row.set(Measure.RING_NO_ANSWERS, log.ringNoAnswers);
        row.set(Measure.OVERTAKES, log.overtakes.alikeCount);
        row.set(Measure.OVERTAKES_OF_OTHERS, log.overtakes.otherCount);
        double waiting = 0;
        for (int queue = 0; queue < log.queues.size(); queue++) {
            waiting += log.lengths.mean(queue);
        }
        row.set(Measure.QUEUE_MEAN, waiting);
        curves.addOccupancies(occupancies);
    }
}
