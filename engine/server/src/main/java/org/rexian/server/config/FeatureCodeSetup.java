package org.rexian.server.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What agents dial from their phones.
 *
 * @param reasons digits behind the not-ready code to the reason that they mean
 */
public record FeatureCodeSetup(
        String signIn,
        String signOut,
        String ready,
        String notReady,
        String wrapUpEnded,
        String defaultReason,
        Map<String, String> reasons) {

    static final Key<String> SIGN_IN = Key.of("sign-in", Kinds.KEY_SEQUENCE, "*11", "Sign in, and be ready.");
    static final Key<String> SIGN_OUT = Key.of("sign-out", Kinds.KEY_SEQUENCE, "*12", "Sign out.");
    static final Key<String> READY = Key.of("ready", Kinds.KEY_SEQUENCE, "*13", "Take calls.");
    static final Key<String> NOT_READY =
            Key.of("not-ready", Kinds.KEY_SEQUENCE, "*14", "Take no calls; the digits of a reason may follow.");
    static final Key<String> WRAP_UP_ENDED =
            Key.of("wrap-up-ended", Kinds.KEY_SEQUENCE, "*15", "End wrap-up before its time.");
    static final Key<String> DEFAULT_REASON =
            Key.of("default-reason", Kinds.NAME_KIND, "break", "Reason of a not-ready code without digits.");
    static final Key<String> REASONS = Key.map(
            "reasons",
            Kinds.NAME_KIND,
            "Digit to reason: `1: break`. None set: 1 break, 2 meal, 3 training, 4 meeting.");

    static final Table TABLE = Table.one(
            "feature-codes",
            "What agents dial from their phones.",
            List.of(SIGN_IN, SIGN_OUT, READY, NOT_READY, WRAP_UP_ENDED, DEFAULT_REASON, REASONS));

    private static final Map<String, String> USUAL_REASONS =
            Map.of("1", "break", "2", "meal", "3", "training", "4", "meeting");

    static FeatureCodeSetup read(Section codes) {
        Map<String, Key<?>> seen = new HashMap<>();
        for (Key<String> key : List.of(SIGN_IN, SIGN_OUT, READY, NOT_READY, WRAP_UP_ENDED)) {
            Key<?> other = seen.putIfAbsent(codes.get(key), key);
            if (other != null) {
                codes.problem(key, key.name() + ": " + codes.get(key) + " already is " + other.name(), "");
            }
        }
        return new FeatureCodeSetup(
                codes.get(SIGN_IN),
                codes.get(SIGN_OUT),
                codes.get(READY),
                codes.get(NOT_READY),
                codes.get(WRAP_UP_ENDED),
                codes.get(DEFAULT_REASON),
                codes.has(REASONS) ? Map.copyOf(codes.map(REASONS)) : USUAL_REASONS);
    }
}
