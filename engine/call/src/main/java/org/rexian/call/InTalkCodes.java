package org.rexian.call;

import java.util.Map;
import org.rexian.call.TalkCodes.Function;

/**
 * Tells codes from other keys that an agent presses in a talk. Pure: time is an argument.
 *
 * <p>A {@code *} begins a code, and nothing of it is for the caller. What turns out to be none (a bank's menu may want a star) is
 * given back as keys once that is certain.
 */
final class InTalkCodes {

    /** More than any number has. */
    private static final int MAX_KEYS = 40;

    /** What the keys so far mean. */
    sealed interface Meaning {

        /** Nothing yet. */
        record Nothing() implements Meaning {}

        /** No code: for whoever the agent talks with. */
        record Keys(String keys) implements Meaning {}

        /** A code; {@code number} is empty where none belongs to it. */
        record Code(Function function, String number) implements Meaning {}
    }

    private static final Meaning NOTHING = new Meaning.Nothing();

    private final TalkCodes codes;
    private final StringBuilder keys = new StringBuilder();
    private long deadline = Long.MAX_VALUE;

    InTalkCodes(TalkCodes codes) {
        this.codes = codes;
    }

    /** When {@link #tick} is due, {@code Long.MAX_VALUE} for never. */
    long deadline() {
        return deadline;
    }

    Meaning key(char key, long now) {
        if (keys.isEmpty() && key != '*') {
            return new Meaning.Keys(String.valueOf(key));
        }
        if (key == '#' && longest() != null) {
            return settle();
        }
        keys.append(key);
        deadline = now + codes.interDigitMillis();
        Function function = longest();
        boolean whole = function != null && !function.takesNumber() && isCode(function);
        boolean hopeless = (function == null && !maybe()) || keys.length() > MAX_KEYS;
        return whole || hopeless ? settle() : NOTHING;
    }

    /** No key came for so long. */
    Meaning tick(long now) {
        return now < deadline ? NOTHING : settle();
    }

    private Meaning settle() {
        String pressed = keys.toString();
        Function function = longest();
        keys.setLength(0);
        deadline = Long.MAX_VALUE;
        if (function == null || pressed.length() > MAX_KEYS) {
            return new Meaning.Keys(pressed);
        }
        return new Meaning.Code(
                function,
                pressed.substring(codes.codes().getOrDefault(function, "").length()));
    }

    /** The function whose code the keys begin with; a code without a number must be all of them. */
    private @org.jspecify.annotations.Nullable Function longest() {
        for (Map.Entry<Function, String> each : codes.codes().entrySet()) {
            boolean begins = keys.indexOf(each.getValue()) == 0;
            if (begins && (each.getKey().takesNumber() || isCode(each.getKey()))) {
                return each.getKey();
            }
        }
        return null;
    }

    private boolean isCode(Function function) {
        return keys.compareTo(new StringBuilder(codes.codes().getOrDefault(function, ""))) == 0;
    }

    private boolean maybe() {
        return codes.codes().values().stream().anyMatch(code -> code.startsWith(keys.toString()));
    }
}
