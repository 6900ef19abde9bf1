package org.rexian.ivr.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as flows write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}. */
public final class Duration {

    private static final Pattern PATTERN = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
    private static final long MAX_MILLIS = 24L * 3_600_000;

    private Duration() {}

    /** Milliseconds, above 0 and at most a day; empty if it is no duration. */
    public static Optional<Long> millis(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
        long millis = Long.parseLong(matcher.group(1)) * unit;
        return millis > 0 && millis <= MAX_MILLIS ? Optional.of(millis) : Optional.empty();
    }
}
