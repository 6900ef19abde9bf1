package org.rexian.call;

import java.util.Map;
import java.util.Optional;

/**
 * Codes that an agent dials from the own phone, by {@link Code}. Digits may follow some: of a reason, of an agent, of a queue. With
 * {@code reasons} {1=break}, {@code *141} means not ready for a break.
 */
public record FeatureCodes(Map<Code, String> codes, String defaultReason, Map<String, String> reasons) {

    /** What can be dialled. */
    public enum Code {
        SIGN_IN("*11"),
        SIGN_OUT("*12"),
        READY("*13"),
        NOT_READY("*14"),
        WRAP_UP_ENDED("*15"),
        EXTEND_WRAP_UP("*16"),
        OPEN_QUEUE("*21"),
        CLOSE_QUEUE("*22"),
        LISTEN("*31"),
        WHISPER("*32"),
        BARGE("*33"),
        TAKE_OVER("*34");

        private final String usual;

        Code(String usual) {
            this.usual = usual;
        }

        /** The digits of a fresh installation. */
        public String usual() {
            return usual;
        }
    }

    public FeatureCodes {
        codes = Map.copyOf(codes);
        reasons = Map.copyOf(reasons);
    }

    /** The codes of a fresh installation. */
    public static FeatureCodes defaults() {
        Map<Code, String> codes = new java.util.EnumMap<>(Code.class);
        for (Code code : Code.values()) {
            codes.put(code, code.usual());
        }
        return new FeatureCodes(codes, "break", Map.of("1", "break", "2", "meal", "3", "training", "4", "meeting"));
    }

    /** What an agent asked for by a code. */
    public sealed interface Feature {

        /**
         * Sign in and be ready: a plain phone should need one code to begin work. {@code agent} at a shared desk, empty at the own
         * phone.
         */
        record SignIn(String agent) implements Feature {}

        /** Go home; a talk in progress is finished first. */
        record SignOut() implements Feature {}

        /** Take calls. */
        record Ready() implements Feature {}

        /** Take no calls, for this reason. */
        record NotReady(String reason) implements Feature {}

        /** Done with the notes before their time. */
        record WrapUpEnded() implements Feature {}

        /** More time for the notes. */
        record ExtendWrapUp() implements Feature {}

        /** A supervisor opens or closes a queue, named by its dial code. */
        record OpenQueue(String queue, boolean open) implements Feature {}

        /** A supervisor goes to an agent's talk. */
        record Supervise(SupervisionMode mode, String agent) implements Feature {}

        /** A supervisor takes an agent's talk. */
        record TakeOver(String agent) implements Feature {}
    }

    /** The feature behind dialled digits; empty where they are no code. An unknown reason digit counts as no code. */
    public Optional<Feature> find(String dialled) {
        Optional<Code> whole = codes.entrySet().stream()
                .filter(each -> each.getValue().equals(dialled))
                .map(Map.Entry::getKey)
                .findAny();
        if (whole.isPresent()) {
            return feature(whole.get(), "");
        }
        return codes.entrySet().stream()
                .filter(each -> dialled.startsWith(each.getValue()))
                .max(java.util.Comparator.comparingInt(each -> each.getValue().length()))
                .flatMap(each ->
                        feature(each.getKey(), dialled.substring(each.getValue().length())));
    }

    private Optional<Feature> feature(Code code, String rest) {
        return Optional.ofNullable(
                switch (code) {
                    case SIGN_IN -> new Feature.SignIn(rest);
                    case SIGN_OUT -> rest.isEmpty() ? new Feature.SignOut() : null;
                    case READY -> rest.isEmpty() ? new Feature.Ready() : null;
                    case NOT_READY -> notReady(rest);
                    case WRAP_UP_ENDED -> rest.isEmpty() ? new Feature.WrapUpEnded() : null;
                    case EXTEND_WRAP_UP -> rest.isEmpty() ? new Feature.ExtendWrapUp() : null;
                    case OPEN_QUEUE -> rest.isEmpty() ? null : new Feature.OpenQueue(rest, true);
                    case CLOSE_QUEUE -> rest.isEmpty() ? null : new Feature.OpenQueue(rest, false);
                    case LISTEN -> supervise(SupervisionMode.LISTEN, rest);
                    case WHISPER -> supervise(SupervisionMode.WHISPER, rest);
                    case BARGE -> supervise(SupervisionMode.BARGE, rest);
                    case TAKE_OVER -> rest.isEmpty() ? null : new Feature.TakeOver(rest);
                });
    }

    private @org.jspecify.annotations.Nullable Feature notReady(String reason) {
        if (reason.isEmpty()) {
            return new Feature.NotReady(defaultReason);
        }
        String named = reasons.get(reason);
        return named == null ? null : new Feature.NotReady(named);
    }

    private static @org.jspecify.annotations.Nullable Feature supervise(SupervisionMode mode, String agent) {
        return agent.isEmpty() ? null : new Feature.Supervise(mode, agent);
    }
}
