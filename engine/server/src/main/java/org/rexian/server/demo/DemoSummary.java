package org.rexian.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.rexian.server.live.CallsSnapshot;
import org.rexian.server.live.LiveSnapshot;
import org.rexian.server.live.QueueSnapshot;

/** What the demo says at its end: what became of the calls, queue by queue, and whether the books agree. */
final class DemoSummary {

    private final LiveSnapshot end;
    private final Optional<RobotProcess.Tally> robots;
    private final long records;

    /** @param records call records of callers in the database, feature codes not counted */
    DemoSummary(LiveSnapshot end, Optional<RobotProcess.Tally> robots, long records) {
        this.end = end;
        this.robots = robots;
        this.records = records;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        CallsSnapshot calls = end.calls();
        lines.add(String.format(Locale.ROOT, "calls          %d, of which %s", records, causes(calls)));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-12s %8s %8s %9s %6s %10s %10s %14s",
                "queue",
                "entered",
                "answered",
                "abandoned",
                "other",
                "ASA",
                "longest",
                "service level"));
        for (QueueSnapshot queue : end.queues()) {
            lines.add(row(queue));
        }
        lines.add("");
        lines.add(books());
        return lines;
    }

    private static String causes(CallsSnapshot calls) {
        String all = calls.causes().entrySet().stream()
                .filter(cause -> !cause.getKey().equals("feature-code"))
                .map(cause -> cause.getValue() + " " + cause.getKey())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none ended yet" : all;
    }

    private static String row(QueueSnapshot queue) {
        long other = queue.left()
                + queue.limitExits().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return String.format(
                Locale.ROOT,
                "%-12s %8d %8d %9d %6d %8.1f s %8.1f s %s in %d s",
                queue.name(),
                queue.offered(),
                queue.answered(),
                queue.abandoned(),
                other,
                queue.answerMillis() / 1000.0,
                queue.longestWaitMillis() / 1000.0,
                percent(queue.serviceLevel().f1()),
                queue.serviceLevelMillis() / 1000);
    }

    private static String percent(OptionalDouble ratio) {
        return ratio.isEmpty() ? "    –" : String.format(Locale.ROOT, "%4.0f %%", ratio.getAsDouble() * 100);
    }

    /** True when every call that the robots placed has its record, and none is left open. */
    boolean balanced() {
        return robots.map(seen -> seen.open() == 0 && seen.calls() <= records).orElse(true);
    }

    private String books() {
        return robots.map(seen -> balanced()
                        ? "every call accounted for: robots placed " + seen.calls() + ", the engine has " + records
                                + " records"
                        : "THE BOOKS DO NOT AGREE: robots placed " + seen.calls() + " calls, " + seen.open()
                                + " are open, the engine has " + records + " records")
                .orElse("the engine has " + records + " records of calls");
    }
}
