package org.rexian.server.config;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rexian.call.FeatureCodes;
import org.rexian.call.FeatureCodes.Code;

/** What agents dial from their phones: a key for each code, and the reasons behind the one for not ready. */
final class FeatureCodeSetup {

    static final Key<String> DEFAULT_REASON =
            Key.of("default-reason", Kinds.NAME_KIND, "break", "Reason of a not-ready code without digits.");
    static final Key<String> REASONS = Key.map(
            "reasons",
            Kinds.NAME_KIND,
            "Digit to reason: `1: break`. None set: 1 break, 2 meal, 3 training, 4 meeting.");

    private static final Map<Code, Key<String>> KEYS = keys();

    static final Table TABLE = Table.one(
            "feature-codes",
            "What agents dial from their phones.",
            Stream.<Key<?>>concat(KEYS.values().stream(), Stream.of(DEFAULT_REASON, REASONS))
                    .toList());

    private FeatureCodeSetup() {}

    private static Map<Code, Key<String>> keys() {
        Map<Code, Key<String>> keys = new LinkedHashMap<>();
        for (Code code : Code.values()) {
            keys.put(code, Key.of(Kinds.word(code), Kinds.KEY_SEQUENCE, code.usual(), does(code)));
        }
        return keys;
    }

    private static String does(Code code) {
        return switch (code) {
            case SIGN_IN -> "Sign in, and be ready; at a shared desk, the agent's number follows.";
            case SIGN_OUT -> "Sign out.";
            case READY -> "Take calls.";
            case NOT_READY -> "Take no calls; the digits of a reason may follow.";
            case WRAP_UP_ENDED -> "End wrap-up before its time.";
            case EXTEND_WRAP_UP -> "More time for wrap-up.";
            case OPEN_QUEUE -> "A supervisor opens the queue whose dial code follows.";
            case CLOSE_QUEUE -> "A supervisor closes the queue whose dial code follows.";
            case LISTEN -> "A supervisor listens to the agent whose number follows.";
            case WHISPER -> "A supervisor speaks to that agent alone.";
            case BARGE -> "A supervisor joins that agent's talk.";
            case TAKE_OVER -> "A supervisor takes that agent's talk over.";
        };
    }

    static FeatureCodes read(Section codes) {
        Map<String, Key<?>> seen = new HashMap<>();
        Map<Code, String> digits = new EnumMap<>(Code.class);
        KEYS.forEach((code, key) -> {
            Key<?> other = seen.putIfAbsent(codes.get(key), key);
            if (other != null) {
                codes.problem(key, key.name() + ": " + codes.get(key) + " already is " + other.name(), "");
            }
            digits.put(code, codes.get(key));
        });
        Map<String, String> usual = FeatureCodes.defaults().reasons();
        return new FeatureCodes(
                digits, codes.get(DEFAULT_REASON), codes.has(REASONS) ? Map.copyOf(codes.map(REASONS)) : usual);
    }
}
