package org.rexian.ivr.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small words of a calendar: hours, weekdays, days. Empty where a text is none. */
final class HoursText {

    private static final Pattern SPAN =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])\\s*-\\s*(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    private HoursText() {}

    /** {@code closed}, or {@code 08:00-12:00, 14:00-18:00}; {@code 22:00-06:00} ends on the next day. */
    static Optional<DayHours> hours(String text) {
        if (text.strip().equals("closed")) return Optional.of(DayHours.CLOSED);
        List<DayHours.Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher match = SPAN.matcher(part.strip());
            if (!match.matches()) return Optional.empty();
            int begin = minutes(match.group(1), match.group(2));
            int end = match.group(3) == null ? DayHours.DAY_MINUTES : minutes(match.group(3), match.group(4));
            spans.add(new DayHours.Span(begin, end > begin ? end : end + DayHours.DAY_MINUTES));
        }
        return Optional.of(new DayHours(spans));
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    /** {@code mon}, {@code mon-fri}, {@code fri-mon}, {@code mon,wed}, {@code daily}. */
    static Optional<Set<DayOfWeek>> weekdays(String text) {
        if (text.equals("daily")) return Optional.of(EnumSet.allOf(DayOfWeek.class));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            Optional<DayOfWeek> first = weekday(ends[0]);
            Optional<DayOfWeek> last = weekday(ends[ends.length - 1]);
            if (ends.length > 2 || first.isEmpty() || last.isEmpty()) return Optional.empty();
            DayOfWeek day = first.get();
            days.add(day);
            while (day != last.get()) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return Optional.of(days);
    }

    static Optional<DayOfWeek> weekday(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(text.strip())) return Optional.of(day);
        }
        return Optional.empty();
    }

    /** First and last day, both included. */
    record Days(LocalDate first, LocalDate last) {
        List<LocalDate> each() {
            return first.datesUntil(last.plusDays(1)).toList();
        }
    }

    /** {@code 2026-10-01}, or {@code 2026-10-01..2026-10-07} of at most a year. */
    static Optional<Days> days(String text) {
        String[] ends = text.strip().split("\\.\\.", -1);
        if (ends.length > 2) return Optional.empty();
        try {
            LocalDate first = LocalDate.parse(ends[0].strip());
            LocalDate last = LocalDate.parse(ends[ends.length - 1].strip());
            boolean inOrder = !last.isBefore(first) && last.isBefore(first.plusDays(366));
            return inOrder ? Optional.of(new Days(first, last)) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
