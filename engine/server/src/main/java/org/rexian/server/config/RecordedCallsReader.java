package org.rexian.server.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.ContactKind;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.sim.CallerGroup;
import org.rexian.acd.sim.Rates;
import org.rexian.acd.sim.RecordedCall;
import org.rexian.acd.sim.Spread;

/** Reads the CSV of a replay. Every problem is told with the CSV's own line. */
final class RecordedCallsReader {

    private static final int MOST_CALLS = 5_000_000;
    private static final List<String> COLUMNS =
            List.of("time", "queue", "class", "requirement", "priority", "talk", "wrap-up", "patience");

    private final Section section;
    private final AcdConfiguration floor;
    private final List<String> queues;
    private final Spread talk;
    private final Spread patience;
    private final int groupsBefore;
    private final Map<String, Integer> groupOf = new LinkedHashMap<>();
    private final List<CallerGroup> groups = new ArrayList<>();
    private final List<RecordedCall> calls = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private Optional<LocalDate> firstDay = Optional.empty();
    private long last;

    RecordedCallsReader(Section section, AcdConfiguration floor, Spread talk, Spread patience, int groupsBefore) {
        this.section = section;
        this.floor = floor;
        this.talk = talk;
        this.patience = patience;
        this.groupsBefore = groupsBefore;
        queues = floor.queues().stream().map(QueueDefinition::name).toList();
    }

    RecordedCalls read(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            for (int number = 1; line != null && calls.size() < MOST_CALLS; number++) {
                if (number == 1) {
                    header(CsvLine.cells(line));
                } else if (!line.isBlank()) {
                    row(file, number, CsvLine.cells(line));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            section.problem(ReplayTable.FILE, "file: " + file + " can't be read: " + e.getMessage(), "");
        }
        return new RecordedCalls(List.copyOf(groups), List.copyOf(calls), (int) (last / 86_400_000) + 1);
    }

    private void header(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip().replace("\uFEFF", "");
            if (!COLUMNS.contains(name)) {
                section.problem(ReplayTable.FILE, "file: unknown column '" + name + "'", Spelling.hint(name, COLUMNS));
            }
            columns.put(name, i);
        }
        for (String needed : List.of("time", "queue")) {
            if (!columns.containsKey(needed)) {
                section.problem(ReplayTable.FILE, "file: no column '" + needed + "' in its first line", "");
            }
        }
    }

    private void row(Path file, int number, List<String> cells) {
        try {
            long at = time(cell(cells, "time"));
            int group = group(cells);
            calls.add(new RecordedCall(
                    at, group, seconds(cells, "talk"), seconds(cells, "wrap-up"), seconds(cells, "patience")));
            last = Math.max(last, at);
        } catch (Unfit e) {
            section.problem(ReplayTable.FILE, "file: " + file.getFileName() + ":" + number + ": " + e.what(), e.hint());
        }
    }

    private int group(List<String> cells) throws Unfit {
        String queue = cell(cells, "queue");
        String tier = cell(cells, "class");
        String requirement = cell(cells, "requirement");
        String priority = cell(cells, "priority");
        String key = String.join("\n", queue, tier, requirement, priority);
        Integer known = groupOf.get(key);
        if (known != null) {
            return known;
        }
        if (!queues.contains(queue)) {
            throw new Unfit("there is no queue '" + queue + "'", Spelling.hint(queue, queues));
        }
        Requirements.check(section, ReplayTable.FILE, requirement);
        int value = priority.isEmpty() ? 0 : Kinds.count(0, 1000).parse(priority);
        int index = groupsBefore + groups.size();
        groups.add(new CallerGroup(
                "recorded " + index,
                ContactKind.VOICE,
                queue,
                requirement,
                tier,
                value,
                Rates.steady(0),
                talk,
                Optional.empty(),
                patience,
                CallersTable.target(floor, queue, tier)));
        groupOf.put(key, index);
        return index;
    }

    private String cell(List<String> cells, String name) {
        int column = columns.getOrDefault(name, cells.size());
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    private OptionalLong seconds(List<String> cells, String name) throws Unfit {
        String text = cell(cells, name);
        return text.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(Kinds.decimal("0", "86400").parse(text) * 1000));
    }

    /** Since the midnight before the first call that has a date. */
    private long time(String text) throws Unfit {
        try {
            if (!text.contains("-")) {
                return LocalTime.parse(text).getLong(ChronoField.MILLI_OF_DAY);
            }
            LocalDateTime at = LocalDateTime.parse(text.replace(' ', 'T').replace("Z", ""));
            LocalDate first = firstDay.orElse(at.toLocalDate());
            firstDay = Optional.of(first);
            long day = ChronoUnit.DAYS.between(first, at.toLocalDate());
            if (day < 0) {
                throw new Unfit("'" + text + "' is before the day of the first call", "sort the calls by time");
            }
            return day * 86_400_000 + at.getLong(ChronoField.MILLI_OF_DAY);
        } catch (DateTimeException e) {
            throw new Unfit("'" + text + "' is not a time", "write 08:15:30 or 2026-11-22T08:15:30");
        }
    }
}
