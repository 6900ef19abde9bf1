package org.rexian.ivr.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Mapping;
import org.rexian.ivr.yaml.YamlNode.Sequence;
import org.rexian.ivr.yaml.YamlNode.Text;

/** The values of a calendar file, each either read or reported. */
final class CalendarFields {

    private static final String HOURS_HINT = "08:00-12:00, 14:00-18:00 or closed";
    private static final String DAY_HINT = "2026-10-01, or 2026-10-01..2026-10-07 of at most a year";

    private final Problems problems;

    CalendarFields(Problems problems) {
        this.problems = problems;
    }

    /** The mapping's entries in order; with {@code known} names, any other is a problem. */
    Map<String, Entry> entries(YamlNode node, String... known) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof Mapping mapping)) {
            problems.error(node.at(), "not a mapping", "keys and values, such as mon-fri: 08:00-18:00");
            return entries;
        }
        for (Entry entry : mapping.entries()) {
            String key = entry.key().value();
            if (known.length > 0 && !List.of(known).contains(key)) {
                problems.error(entry.key().at(), "unknown field: " + key, "known: " + String.join(", ", known));
            } else if (entries.putIfAbsent(key, entry) != null) {
                problems.error(entry.key().at(), key + " stands here twice");
            }
        }
        return entries;
    }

    Optional<String> text(YamlNode node) {
        if (node instanceof Text text) return Optional.of(text.value());
        problems.error(node.at(), "not a single value");
        return Optional.empty();
    }

    /** One text or a list of them. */
    List<Text> list(YamlNode node) {
        if (node instanceof Text one) return List.of(one);
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> list(item).stream())
                    .toList();
        }
        problems.error(node.at(), "not a list of names");
        return List.of();
    }

    DayHours hours(YamlNode node) {
        Optional<String> text = text(node);
        if (text.isEmpty()) return DayHours.CLOSED;
        Optional<DayHours> hours = HoursText.hours(text.get());
        if (hours.isEmpty()) {
            problems.error(node.at(), "no hours: " + text.get(), HOURS_HINT);
        } else if (hours.get().overlaps()) {
            problems.error(node.at(), "these hours overlap: " + text.get());
        }
        return hours.orElse(DayHours.CLOSED);
    }

    Map<DayOfWeek, DayHours> weekly(YamlNode node) {
        Map<DayOfWeek, DayHours> weekly = new EnumMap<>(DayOfWeek.class);
        entries(node).forEach((key, entry) -> {
            Optional<Set<DayOfWeek>> weekdays = HoursText.weekdays(key);
            if (weekdays.isEmpty()) {
                problems.error(entry.key().at(), "no weekday: " + key, "mon, mon-fri, mon,wed or daily");
                return;
            }
            DayHours hours = hours(entry.value());
            for (DayOfWeek day : weekdays.get()) {
                if (weekly.putIfAbsent(day, hours) != null) {
                    problems.error(entry.key().at(), "a second line for " + day + " in " + key);
                }
            }
        });
        return weekly;
    }

    Map<LocalDate, DayHours> exceptions(YamlNode node) {
        Map<LocalDate, DayHours> exceptions = new HashMap<>();
        eachDay(node, (day, value) -> exceptions.put(day, hours(value)));
        return exceptions;
    }

    /** Calls back for each day of a mapping from days to something; a day that stands there twice is a problem. */
    void eachDay(YamlNode node, BiConsumer<LocalDate, YamlNode> action) {
        Set<LocalDate> seen = new HashSet<>();
        entries(node).forEach((key, entry) -> {
            Optional<HoursText.Days> days = HoursText.days(key);
            if (days.isEmpty()) problems.error(entry.key().at(), "no day: " + key, DAY_HINT);
            for (LocalDate day : days.map(HoursText.Days::each).orElseGet(List::of)) {
                if (seen.add(day)) {
                    action.accept(day, entry.value());
                } else {
                    problems.error(entry.key().at(), day + " stands in this list twice");
                }
            }
        });
    }

    Optional<DayOfWeek> weekday(YamlNode node) {
        Optional<DayOfWeek> weekday = text(node).flatMap(HoursText::weekday);
        if (weekday.isEmpty()) {
            problems.error(node.at(), "which weekday's hours does it have?", "mon, tue, wed, thu, fri, sat or sun");
        }
        return weekday;
    }
}
