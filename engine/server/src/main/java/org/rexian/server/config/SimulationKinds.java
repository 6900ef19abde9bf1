package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rexian.acd.ContactKind;
import org.rexian.acd.sim.Spread;

/** The kinds of values that a scenario has beside those of {@link Kinds}. */
final class SimulationKinds {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
    private static final List<String> FORMS = List.of("constant", "exponential", "lognormal", "file", "none");
    private static final String SPREAD_HINT =
            "write constant 3m, exponential 3m, lognormal 5m 0.8 (mean, deviation ÷ mean), file talks.txt, or none";

    /** A distribution, or the file that has the values to draw from. */
    sealed interface SpreadText {
        /** Known from the text alone. */
        record Known(Spread spread) implements SpreadText {}

        /** One duration a line. */
        record InFile(Path file) implements SpreadText {}
    }

    /** From one time of the day to another, in milliseconds since midnight. */
    record Span(long from, long until) {}

    static final Kind<SpreadText> SPREAD = new Kind<>("distribution", SimulationKinds::spread);
    static final Kind<Long> TIME_OF_DAY = new Kind<>("time 0:00–48:00", SimulationKinds::time);
    static final Kind<Span> SPAN = new Kind<>("times such as 12:00-13:00", SimulationKinds::span);
    static final Kind<Double> SHARE_KIND = new Kind<>("share 0%–100%", SimulationKinds::share);

    /** Nobody dials out here, so callbacks and outbound contacts can't be played. */
    static final Kind<ContactKind> CONTACT = new Kind<>("voice, chat", text -> switch (text) {
        case "voice" -> ContactKind.VOICE;
        case "chat" -> ContactKind.CHAT;
        default -> throw new Unfit("'" + text + "' can't be played", "write voice or chat");
    });

    private SimulationKinds() {}

    private static SpreadText spread(String text) throws Unfit {
        String[] words = text.strip().split("\\s+", 0);
        if (words[0].equals("none") && words.length == 1) {
            return new SpreadText.Known(new Spread.Never());
        }
        if (!FORMS.contains(words[0])) {
            UnaryOperator<String> meant = hint -> hint.startsWith("known") ? SPREAD_HINT : hint;
            throw new Unfit("'" + words[0] + "' is no distribution", meant.apply(Spelling.hint(words[0], FORMS)));
        }
        if (words.length != (words[0].equals("lognormal") ? 3 : 2)) {
            throw new Unfit("'" + text + "' is not a distribution", SPREAD_HINT);
        }
        if (words[0].equals("file")) {
            return new SpreadText.InFile(Kinds.PATH.parse(words[1]));
        }
        long millis = Duration.millis(words[1]);
        return new SpreadText.Known(
                switch (words[0]) {
                    case "constant" -> new Spread.Constant(millis);
                    case "exponential" -> new Spread.Exponential(millis);
                    default ->
                        new Spread.LogNormal(
                                Math.max(1, millis), Kinds.decimal("0.01", "20").parse(words[2]));
                });
    }

    private static long time(String text) throws Unfit {
        Matcher m = TIME.matcher(text);
        if (!m.matches() || Integer.parseInt(m.group(1)) > 48) {
            throw new Unfit(
                    "'" + text + "' is not a time of the day",
                    "write hours and minutes, 8:00; a night shift ends after 24:00");
        }
        return Integer.parseInt(m.group(1)) * 3_600_000L + Integer.parseInt(m.group(2)) * 60_000L;
    }

    private static Span span(String text) throws Unfit {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new Unfit("'" + text + "' is not a span of time", "write 12:00-13:00");
        }
        Span span = new Span(
                time(text.substring(0, dash).strip()),
                time(text.substring(dash + 1).strip()));
        if (span.until <= span.from) {
            throw new Unfit("'" + text + "' ends before it begins", "past midnight goes on counting: 23:30-24:30");
        }
        return span;
    }

    private static double share(String text) throws Unfit {
        Matcher m = SHARE.matcher(text);
        double percent = m.matches() ? Double.parseDouble(m.group(1)) : 101;
        if (percent > 100) {
            throw new Unfit("'" + text + "' is not a share", "write a percentage from 0% to 100%");
        }
        return percent / 100;
    }
}
