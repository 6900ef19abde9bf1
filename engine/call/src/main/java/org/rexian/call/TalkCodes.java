package org.rexian.call;

import java.util.EnumMap;
import java.util.Map;

/**
 * What an agent presses in the middle of a talk.
 *
 * @param codes function to code; each begins with {@code *}, and none is the beginning of another
 * @param interDigitMillis a number, and a code that is none, end after so long without a key; {@code #} ends them at once
 */
public record TalkCodes(Map<Function, String> codes, long interDigitMillis) {

    /** What can be asked for. */
    public enum Function {
        /** Hold with music; once more takes the caller back. */
        HOLD("*1", false),
        /** Send the caller on to a number. */
        TRANSFER("*2", true),
        /** Ask somebody while the caller holds. */
        CONSULT("*3", true),
        /** Leave, so that the caller talks with the one who was asked. */
        COMPLETE("*4", false),
        /** All three together. */
        CONFERENCE("*5", false),
        /** Back to the caller; the one who was asked is let go. */
        RETRIEVE("*6", false),
        /** Hang up and have the caller rate the talk. */
        SURVEY("*7", false);

        private final String usual;
        private final boolean takesNumber;

        Function(String usual, boolean takesNumber) {
            this.usual = usual;
            this.takesNumber = takesNumber;
        }

        /** The keys of a fresh installation. */
        public String usual() {
            return usual;
        }

        /** Whether digits follow that say whom. */
        public boolean takesNumber() {
            return takesNumber;
        }
    }

    public TalkCodes {
        codes = Map.copyOf(codes);
    }

    /** The codes of a fresh installation. */
    public static TalkCodes defaults() {
        Map<Function, String> codes = new EnumMap<>(Function.class);
        for (Function function : Function.values()) {
            codes.put(function, function.usual());
        }
        return new TalkCodes(codes, 3_000);
    }
}
