package org.rexian.ivr.parse;

import java.util.Optional;
import org.rexian.ivr.model.Step;

/** Reads {@code no-input} and {@code no-match}, without which no step may wait for keys. */
final class AttemptsParser {

    private static final long AFTER_MILLIS = 5_000;
    private static final int TIMES = 3;
    private static final int MAX_TIMES = 20;

    private final Reader reader;

    AttemptsParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step.NoInput> noInput(Fields fields) {
        return fields.required("no-input", "no-input: {after: 5s, times: 2, then: STEP}")
                .flatMap(node -> Fields.of(Grammar.NO_INPUT, node, reader.problems()))
                .flatMap(inner -> reader.requiredTarget(inner, "then")
                        .map(then -> new Step.NoInput(
                                inner.duration("after", AFTER_MILLIS),
                                inner.whole("times", 1, MAX_TIMES, TIMES),
                                reader.speech().of(inner, "say"),
                                then)));
    }

    Optional<Step.NoMatch> noMatch(Fields fields) {
        return fields.required("no-match", "no-match: {times: 3, then: STEP}")
                .flatMap(node -> Fields.of(Grammar.NO_MATCH, node, reader.problems()))
                .flatMap(inner -> reader.requiredTarget(inner, "then")
                        .map(then -> new Step.NoMatch(
                                inner.whole("times", 1, MAX_TIMES, TIMES),
                                reader.speech().of(inner, "say"),
                                then)));
    }
}
