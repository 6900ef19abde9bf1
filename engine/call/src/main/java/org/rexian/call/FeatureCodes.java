package org.rexian.call;

import java.util.Map;
import java.util.Optional;

/**
 * Codes that an agent dials from the own phone. {@code notReady} may be followed by digits that name the reason:
 * with {@code reasons} {1=break}, {@code *141} means not ready for a break.
 */
public record FeatureCodes(
        String signIn,
        String signOut,
        String ready,
        String notReady,
        String wrapUpEnded,
        String defaultReason,
        Map<String, String> reasons) {

    /** The codes of a fresh installation. */
    public static FeatureCodes defaults() {
        return new FeatureCodes(
                "*11",
                "*12",
                "*13",
                "*14",
                "*15",
                "break",
                Map.of("1", "break", "2", "meal", "3", "training", "4", "meeting"));
    }

    /** What an agent asked for by a code. */
    public sealed interface Feature {

        /** Sign in and be ready: a plain phone should need one code to begin work. */
        record SignIn() implements Feature {}

        /** Go home; a talk in progress is finished first. */
        record SignOut() implements Feature {}

        /** Take calls. */
        record Ready() implements Feature {}

        /** Take no calls, for this reason. */
        record NotReady(String reason) implements Feature {}

        /** Done with the notes before their time. */
        record WrapUpEnded() implements Feature {}
    }

    /** The feature behind dialled digits; empty where they are no code. An unknown reason digit counts as no code. */
    public Optional<Feature> find(String dialled) {
        if (dialled.equals(signIn)) {
            return Optional.of(new Feature.SignIn());
        }
        if (dialled.equals(signOut)) {
            return Optional.of(new Feature.SignOut());
        }
        if (dialled.equals(ready)) {
            return Optional.of(new Feature.Ready());
        }
        if (dialled.equals(wrapUpEnded)) {
            return Optional.of(new Feature.WrapUpEnded());
        }
        if (dialled.equals(notReady)) {
            return Optional.of(new Feature.NotReady(defaultReason));
        }
        if (dialled.startsWith(notReady)) {
            return Optional.ofNullable(reasons.get(dialled.substring(notReady.length())))
                    .map(Feature.NotReady::new);
        }
        return Optional.empty();
    }
}
