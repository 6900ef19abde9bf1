package org.rexian.ivr.say;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value taken apart for a form of the grammar: {@code fields} hold numbers of which each is said by the form's rule set.
 * Whole numbers go to 15 digits; what doesn't parse is no value, never an exception, since callers type these.
 */
record SayValue(String form, boolean negative, Map<String, long[]> fields) {

    private static final Pattern NUMBER = Pattern.compile("(-?)([0-9]{1,15})(?:\\.([0-9]{1,9}))?");

    static Optional<SayValue> parse(SayKind kind, String text) {
        String value = text.strip();
        try {
            return switch (kind) {
                case DIGITS -> Optional.empty();
                case NUMBER -> number(value);
                case COUNT -> whole("count", value, 0);
                case ORDINAL -> whole("ordinal", value, 1);
                case MONEY -> money(value);
                case DATE -> Optional.of(date(LocalDate.parse(value)));
                case TIME -> Optional.of(time(LocalTime.parse(value)));
                case WEEKDAY -> Optional.of(weekday(value));
            };
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<SayValue> number(String value) {
        Matcher match = NUMBER.matcher(value);
        if (!match.matches()) return Optional.empty();
        String decimals = match.group(3) == null ? "" : match.group(3).replaceFirst("0+$", "");
        long whole = Long.parseLong(match.group(2));
        boolean negative = !match.group(1).isEmpty() && (whole != 0 || !decimals.isEmpty());
        return Optional.of(new SayValue(
                decimals.isEmpty() ? "number" : "decimal",
                negative,
                Map.of("whole", one(whole), "fraction", figures(decimals))));
    }

    private static Optional<SayValue> whole(String form, String value, long least) {
        return number(value)
                .filter(number -> number.form.equals("number") && !number.negative && number.field("whole") >= least)
                .map(number -> new SayValue(form, false, number.fields));
    }

    private static Optional<SayValue> money(String value) {
        if (!NUMBER.matcher(value).matches()) return Optional.empty();
        BigDecimal amount = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
        long cents = amount.abs().movePointRight(2).longValueExact();
        return Optional.of(new SayValue(
                cents < 100 ? "small-money" : "money",
                amount.signum() < 0,
                Map.of("whole", one(cents / 100), "cents", one(cents % 100))));
    }

    private static SayValue date(LocalDate date) {
        return new SayValue(
                "date",
                false,
                Map.of(
                        "year", one(date.getYear()),
                        "year-digits", figures(Integer.toString(Math.abs(date.getYear()))),
                        "month", one(date.getMonthValue()),
                        "day", one(date.getDayOfMonth())));
    }

    private static SayValue time(LocalTime time) {
        return new SayValue(
                "time",
                false,
                Map.of(
                        "hour", one(time.getHour()),
                        "minute", one(time.getMinute()),
                        "day-minute", one(time.getHour() * 60L + time.getMinute())));
    }

    private static SayValue weekday(String value) {
        int day = value.matches("[1-7]")
                ? value.charAt(0) - '0'
                : LocalDate.parse(value).getDayOfWeek().getValue();
        return new SayValue("weekday", false, Map.of("weekday", one(day)));
    }

    private long field(String name) {
        return fields.getOrDefault(name, one(0))[0];
    }

    private static long[] one(long value) {
        return new long[] {value};
    }

    private static long[] figures(String digits) {
        return digits.chars().mapToLong(c -> c - '0').toArray();
    }
}
