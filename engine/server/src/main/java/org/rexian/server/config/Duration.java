package org.rexian.server.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 20s}, {@code 5m}, {@code 2h}, {@code 7d}. */
final class Duration {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Duration() {}

    /** Milliseconds. A bare number other than 0 is refused: nobody can tell seconds from milliseconds. */
    static long millis(String text) throws Unfit {
        if (text.equals("0")) {
            return 0;
        }
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new Unfit("'" + text + "' is not a duration", "write a number and a unit: 500ms, 20s, 5m, 2h, 7d");
        }
        return Long.parseLong(m.group(1)) * MILLIS.getOrDefault(m.group(2), 1L);
    }

    /** The shortest way to write it. */
    static String text(long millis) {
        if (millis == 0) {
            return "0";
        }
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long size = MILLIS.getOrDefault(unit, 1L);
            if (millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }
}
