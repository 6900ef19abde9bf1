package org.rexian.server.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rexian.acd.sim.Comparison;
import org.rexian.acd.sim.Estimate;
import org.rexian.acd.sim.Measure;
import org.rexian.acd.sim.Policy;
import org.rexian.acd.sim.Subject;
import org.rexian.server.Printable;

/** What {@code rexian sim} prints: a table a policy, then the policies side by side. */
final class SimReport {

    private static final List<Measure> COLUMNS = List.of(
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.ABANDONED_SHARE,
            Measure.F1,
            Measure.F2,
            Measure.F3,
            Measure.F4,
            Measure.ASA,
            Measure.P50,
            Measure.P90,
            Measure.P95,
            Measure.P99,
            Measure.LONGEST_WAIT);

    private final Comparison played;
    private final Measure level;

    /** @param level the service level that policies are compared by */
    SimReport(Comparison played, Measure level) {
        this.played = played;
        this.level = level;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int policy = 0; policy < played.policies().size(); policy++) {
            lines.add("policy " + Printable.line(played.policies().get(policy).name()));
            lines.addAll(figures(policy));
            lines.add("");
            lines.addAll(floor(policy));
            lines.add("");
        }
        if (played.policies().size() > 1) {
            lines.add("service level " + level.label() + " in %, with 95 % confidence intervals");
            lines.addAll(sideBySide());
            lines.add("");
        }
        return lines;
    }

    private List<String> figures(int policy) {
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(""));
        COLUMNS.forEach(measure -> head.add(measure.label()));
        table.row(head);
        for (Subject subject : subjects(played)) {
            List<String> row = new ArrayList<>(List.of(name(subject)));
            for (Measure measure : COLUMNS) {
                Estimate estimate = played.estimate(policy, subject, measure);
                row.add(measure == level ? Cells.with(estimate, measure) : Cells.plain(estimate, measure));
            }
            table.row(row);
        }
        return table.lines();
    }

    private List<String> floor(int policy) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "agents      occupancy %s %%, spread %s, from %s to %s; %s calls each; %s offers rang out",
                        cell(policy, Measure.OCCUPANCY),
                        cell(policy, Measure.OCCUPANCY_SPREAD),
                        cell(policy, Measure.OCCUPANCY_LOWEST),
                        cell(policy, Measure.OCCUPANCY_HIGHEST),
                        cell(policy, Measure.CALLS_AN_AGENT),
                        cell(policy, Measure.RING_NO_ANSWERS)),
                "line        " + lines(policy),
                String.format(
                        Locale.ROOT,
                        "not served  sent away %s, left waiting at the end %s",
                        cell(policy, Measure.SENT_AWAY),
                        cell(policy, Measure.STILL_WAITING)),
                String.format(
                        Locale.ROOT,
                        "overtakes   %s within queue, class and requirement; %s of others",
                        cell(policy, Measure.OVERTAKES),
                        cell(policy, Measure.OVERTAKES_OF_OTHERS)));
    }

    /** Each queue's own: a longest line of the whole floor would add up different moments. */
    private String lines(int policy) {
        return played.subjects().stream()
                .filter(subject -> subject.kind() == Subject.Kind.QUEUE)
                .map(queue -> String.format(
                        Locale.ROOT,
                        "%s %s waiting on average, %s at most",
                        queue.name(),
                        Cells.plain(played.estimate(policy, queue, Measure.QUEUE_MEAN), Measure.QUEUE_MEAN),
                        Cells.plain(played.estimate(policy, queue, Measure.QUEUE_LONGEST), Measure.QUEUE_LONGEST)))
                .collect(Collectors.joining("; "));
    }

    private String cell(int policy, Measure measure) {
        return Cells.plain(played.estimate(policy, Subject.FLOOR, measure), measure);
    }

    private List<String> sideBySide() {
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(""));
        for (Policy policy : played.policies()) {
            head.add(Printable.line(policy.name()));
            if (head.size() > 2) {
                head.add("difference");
            }
        }
        table.row(head);
        for (Subject subject : subjects(played)) {
            List<String> row = new ArrayList<>(List.of(name(subject)));
            for (int policy = 0; policy < played.policies().size(); policy++) {
                row.add(Cells.with(played.estimate(policy, subject, level), level));
                if (policy > 0) {
                    row.add(Cells.signed(played.difference(policy, 0, subject, level), level));
                }
            }
            table.row(row);
        }
        Subject.Kind kind = worstKind(played);
        List<String> worst = new ArrayList<>(List.of("worst " + kind.name().toLowerCase(Locale.ROOT)));
        for (int policy = 0; policy < played.policies().size(); policy++) {
            worst.add(Cells.with(played.worst(policy, kind, level), level));
            if (policy > 0) {
                worst.add(Cells.signed(played.worstDifference(policy, 0, kind, level), level));
            }
        }
        return table.row(worst).lines();
    }

    /** Groups are left out where classes or queues say the same. */
    static List<Subject> subjects(Comparison played) {
        List<Subject> all = played.subjects();
        long groups = count(all, Subject.Kind.GROUP);
        boolean same = groups == count(all, Subject.Kind.CLASS) || groups == count(all, Subject.Kind.QUEUE);
        return all.stream()
                .filter(subject -> subject.kind() != Subject.Kind.GROUP || !same)
                .toList();
    }

    /** Classes where there are any, else groups of callers. */
    static Subject.Kind worstKind(Comparison played) {
        return count(played.subjects(), Subject.Kind.CLASS) > 0 ? Subject.Kind.CLASS : Subject.Kind.GROUP;
    }

    private static long count(List<Subject> subjects, Subject.Kind kind) {
        return subjects.stream().filter(subject -> subject.kind() == kind).count();
    }

    static String name(Subject subject) {
        return switch (subject.kind()) {
            case FLOOR -> "all";
            case QUEUE -> "queue " + subject.name();
            case CLASS -> "class " + subject.name();
            case GROUP -> Printable.line(subject.name());
        };
    }
}
