package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;

/** Reads the call of another flow. Whether the two fit is checked when all flows are read. */
final class SubFlowParser {

    private final Reader reader;

    SubFlowParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step> parse(String name, At at, YamlNode body, Optional<Target> then) {
        return Fields.of(Grammar.CALL, body, reader.problems()).flatMap(fields -> {
            List<Step.Argument> arguments = new ArrayList<>();
            for (Entry entry : fields.entries("arguments")) {
                reader.expression(entry.value(), Reader.ANY)
                        .ifPresent(value -> arguments.add(new Step.Argument(
                                entry.key().value(), value, entry.key().at())));
            }
            List<Step.Result> results = new ArrayList<>();
            for (Entry entry : fields.entries("results")) {
                Fields.text("a result", entry.value(), reader.problems())
                        .flatMap(reader::variable)
                        .ifPresent(into -> results.add(new Step.Result(
                                entry.key().value(), into, entry.key().at())));
            }
            return fields.requiredText("name", "name: a flow of this hotline")
                    .flatMap(flow -> then.map(
                            next -> new Step.SubFlow(name, at, flow.value(), flow.at(), arguments, results, next)));
        });
    }
}
