package org.rexian.ivr.parse;

import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.YamlNode;

/** Reads the end of a call. */
final class EndParser {

    private static final Set<String> CAUSES = Set.of("normal", "busy", "rejected", "failed");

    private final Reader reader;

    EndParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step> parse(String name, At at, YamlNode body) {
        return Fields.of(Grammar.END, body, reader.problems())
                .map(fields ->
                        new Step.End(name, at, reader.speech().of(fields, "say"), cause(fields), outcome(fields)));
    }

    private String cause(Fields fields) {
        return fields.text("cause")
                .map(text -> {
                    if (!CAUSES.contains(text.value())) {
                        String near = DidYouMean.hint(text.value(), CAUSES.stream());
                        reader.problems()
                                .error(
                                        text.at(),
                                        "unknown cause " + text.value(),
                                        near.isEmpty() ? "normal, busy, rejected or failed" : near);
                    }
                    return text.value();
                })
                .orElse("normal");
    }

    private String outcome(Fields fields) {
        return fields.text("outcome")
                .flatMap(text -> Names.plain("an outcome", text, reader.problems()))
                .orElse("completed");
    }
}
