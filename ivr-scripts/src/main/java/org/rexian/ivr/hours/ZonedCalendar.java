package org.rexian.ivr.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A plan of days in a time zone. Where clocks are put forward, a time that doesn't exist is the moment of the change; where
 * they are put back, opening counts from the first of the two and closing from the second: we are never closed in an hour that
 * the hours promise.
 */
record ZonedCalendar(DayPlan plan, ZoneId zone) implements Calendar {

    /** A calendar without a change in two years has none that matters. */
    private static final int HORIZON_DAYS = 2 * 366;

    /** {@code [begin, end)} in milliseconds. */
    private record Open(long begin, long end) {}

    @Override
    public boolean openAt(long epochMillis) {
        LocalDate today = Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
        return isIn(epochMillis, today.minusDays(1)) || isIn(epochMillis, today);
    }

    private boolean isIn(long epochMillis, LocalDate day) {
        for (DayHours.Span span : plan.on(day).spans()) {
            if (epochMillis >= beginOf(day, span) && epochMillis < endOf(day, span)) return true;
        }
        return false;
    }

    @Override
    public OptionalLong nextChange(long epochMillis) {
        LocalDate today = Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
        return openAt(epochMillis) ? closingAfter(epochMillis, today) : openingAfter(epochMillis, today);
    }

    private OptionalLong openingAfter(long epochMillis, LocalDate today) {
        for (int i = 0; i <= HORIZON_DAYS; i++) {
            for (Open open : openings(today.plusDays(i))) {
                if (open.begin() > epochMillis) return OptionalLong.of(open.begin());
            }
        }
        return OptionalLong.empty();
    }

    /** Hours that touch, such as 20:00-24:00 and the next day's 00:00-08:00, are one. */
    private OptionalLong closingAfter(long epochMillis, LocalDate today) {
        long until = epochMillis;
        for (int i = -1; i <= HORIZON_DAYS; i++) {
            LocalDate day = today.plusDays(i);
            for (Open open : openings(day)) {
                if (open.begin() > until) return OptionalLong.of(until);
                until = Math.max(until, open.end());
            }
            if (until < midnightAfter(day)) return OptionalLong.of(until);
        }
        return OptionalLong.empty();
    }

    private List<Open> openings(LocalDate day) {
        List<Open> openings = new ArrayList<>();
        for (DayHours.Span span : plan.on(day).spans()) openings.add(new Open(beginOf(day, span), endOf(day, span)));
        openings.sort(Comparator.comparingLong(Open::begin));
        return openings;
    }

    private long midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long beginOf(LocalDate day, DayHours.Span span) {
        return moment(day, span.begin(), true);
    }

    private long endOf(LocalDate day, DayHours.Span span) {
        return moment(day, span.end(), false);
    }

    private long moment(LocalDate day, int minutes, boolean earlier) {
        LocalDateTime wall = LocalDateTime.of(
                day.plusDays(minutes / DayHours.DAY_MINUTES),
                LocalTime.ofSecondOfDay(minutes % DayHours.DAY_MINUTES * 60L));
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        if (change == null) return millis(wall, zone.getRules().getOffset(wall));
        if (change.isGap()) return change.getInstant().toEpochMilli();
        return millis(wall, earlier ? change.getOffsetBefore() : change.getOffsetAfter());
    }

    private static long millis(LocalDateTime wall, ZoneOffset offset) {
        return wall.toInstant(offset).toEpochMilli();
    }
}
