package org.rexian.ivr.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Mapping;
import org.rexian.ivr.yaml.YamlText;

/**
 * Reads {@code calendars.yaml} (docs/flows/calendars.md). Every problem is reported at its place; what could be read is
 * returned all the same, so that the check of the flows goes on.
 */
public final class CalendarsFile {

    private final CalendarFields fields;
    private final ZoneId defaultZone;
    private final Problems problems;

    private CalendarsFile(ZoneId defaultZone, Problems problems) {
        this.fields = new CalendarFields(problems);
        this.defaultZone = defaultZone;
        this.problems = problems;
    }

    /**
     * @param file for the problems' place
     * @param defaultZone the hotline's zone, for calendars that name none
     */
    public static Calendars read(String file, String text, ZoneId defaultZone, Problems problems) {
        Optional<YamlNode> root = YamlText.read(file, text, problems);
        if (root.isEmpty()) return Calendars.NONE;
        return new CalendarsFile(defaultZone, problems).calendars(root.get());
    }

    private Calendars calendars(YamlNode root) {
        Map<String, SharedDays> lists = new HashMap<>();
        Map<String, Calendar> calendars = new HashMap<>();
        Map<String, Entry> keys = fields.entries(root, "version", "days", "calendars");
        version(keys, root.at());
        value(keys, "days")
                .ifPresent(days ->
                        fields.entries(days).forEach((name, list) -> lists.put(name, sharedDays(list.value()))));
        value(keys, "calendars")
                .ifPresentOrElse(
                        all -> fields.entries(all)
                                .forEach((name, body) -> calendars.put(name, calendar(body.value(), lists))),
                        () -> problems.error(root.at(), "no calendars", "calendars: {NAME: {weekly: …}}"));
        return new Calendars(calendars);
    }

    private static Optional<YamlNode> value(Map<String, Entry> keys, String name) {
        return Optional.ofNullable(keys.get(name)).map(Entry::value);
    }

    private void version(Map<String, Entry> keys, At at) {
        Entry version = keys.get("version");
        if (version == null) {
            problems.error(at, "no version", "version: 1");
        } else if (!fields.text(version.value()).equals(Optional.of("1"))) {
            problems.error(version.value().at(), "unknown version", "this server reads version: 1");
        }
    }

    private SharedDays sharedDays(YamlNode node) {
        SharedDays days = new SharedDays();
        Map<String, Entry> keys = fields.entries(node, "holidays", "working-days");
        value(keys, "holidays")
                .ifPresent(
                        list -> fields.eachDay(list, (day, _) -> days.holidays().add(day)));
        value(keys, "working-days")
                .ifPresent(list -> fields.eachDay(
                        list,
                        (day, as) -> fields.weekday(as)
                                .ifPresent(weekday -> days.workingDays().put(day, weekday))));
        return days;
    }

    private Calendar calendar(YamlNode node, Map<String, SharedDays> lists) {
        Map<String, Entry> keys = fields.entries(node, "zone", "weekly", "days", "on-holidays", "exceptions");
        SharedDays days = new SharedDays();
        value(keys, "days")
                .map(fields::list)
                .orElseGet(List::of)
                .forEach(name -> Optional.ofNullable(lists.get(name.value()))
                        .ifPresentOrElse(
                                days::add,
                                () -> problems.error(
                                        name.at(), "unknown list of days: " + name.value(), "declare it in days:")));
        DayPlan plan = new DayPlan(
                value(keys, "weekly").map(fields::weekly).orElseGet(() -> noWeek(node)),
                days.holidays(),
                days.workingDays(),
                value(keys, "on-holidays").map(fields::hours).orElse(DayHours.CLOSED),
                value(keys, "exceptions").map(fields::exceptions).orElseGet(Map::of));
        return new ZonedCalendar(plan, value(keys, "zone").map(this::zone).orElse(defaultZone));
    }

    private Map<DayOfWeek, DayHours> noWeek(YamlNode node) {
        if (node instanceof Mapping) problems.error(node.at(), "no weekly hours", "weekly: {mon-fri: 08:00-18:00}");
        return Map.of();
    }

    private ZoneId zone(YamlNode node) {
        Optional<String> name = fields.text(node);
        if (name.isEmpty()) return defaultZone;
        try {
            return ZoneId.of(name.get());
        } catch (DateTimeException unknown) {
            problems.error(node.at(), "unknown time zone: " + name.get(), "for example Asia/Shanghai");
            return defaultZone;
        }
    }
}
