package org.rexian.ivr.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Which hours a day has: an exception goes over a working day, a working day over a holiday, a holiday over the week.
 *
 * @param weekly weekdays that are not in it are closed
 * @param workingDays a day that borrows the hours of a weekday (调休)
 * @param onHolidays the hours of every holiday
 */
record DayPlan(
        Map<DayOfWeek, DayHours> weekly,
        Set<LocalDate> holidays,
        Map<LocalDate, DayOfWeek> workingDays,
        DayHours onHolidays,
        Map<LocalDate, DayHours> exceptions) {

    DayPlan {
        weekly = Map.copyOf(weekly);
        holidays = Set.copyOf(holidays);
        workingDays = Map.copyOf(workingDays);
        exceptions = Map.copyOf(exceptions);
    }

    DayHours on(LocalDate day) {
        DayHours exception = exceptions.get(day);
        if (exception != null) return exception;
        DayOfWeek borrowed = workingDays.get(day);
        if (borrowed == null && holidays.contains(day)) return onHolidays;
        return weekly.getOrDefault(borrowed == null ? day.getDayOfWeek() : borrowed, DayHours.CLOSED);
    }
}
