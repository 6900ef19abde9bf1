package org.rexian.ivr.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A list of holidays and adjusted working days while it is being read. */
record SharedDays(Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> workingDays) {

    SharedDays() {
        this(new HashSet<>(), new HashMap<>());
    }

    void add(SharedDays other) {
        holidays.addAll(other.holidays);
        workingDays.putAll(other.workingDays);
    }
}
