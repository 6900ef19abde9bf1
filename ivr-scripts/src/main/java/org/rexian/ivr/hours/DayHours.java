package org.rexian.ivr.hours;

import java.util.Comparator;
import java.util.List;

/** The hours that begin on one day; a span may run past midnight into the next. No spans: closed. */
record DayHours(List<Span> spans) {

    static final int DAY_MINUTES = 24 * 60;

    static final DayHours CLOSED = new DayHours(List.of());

    /** Minutes since the day's midnight on the wall clock; {@code end} is exclusive and at most a day after {@code begin}. */
    record Span(int begin, int end) {}

    DayHours {
        spans = spans.stream().sorted(Comparator.comparingInt(Span::begin)).toList();
    }

    boolean overlaps() {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).begin() < spans.get(i - 1).end()) return true;
        }
        return false;
    }
}
