package org.rexian.ivr.hours;

import java.util.Map;

/** The calendars of one hotline, by name. Read from {@code calendars.yaml}. */
public record Calendars(Map<String, Calendar> byName) {

    public static final Calendars NONE = new Calendars(Map.of());

    public Calendars {
        byName = Map.copyOf(byName);
    }
}
