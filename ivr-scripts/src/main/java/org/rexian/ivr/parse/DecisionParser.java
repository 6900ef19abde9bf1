package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Mapping;
import org.rexian.ivr.yaml.YamlNode.Sequence;

/** Reads the steps that decide and compute: branch, set, hours. */
final class DecisionParser {

    private final Reader reader;

    DecisionParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step> branch(String name, At at, YamlNode body) {
        if (!(body instanceof Sequence sequence)) {
            reader.problems().error(body.at(), "branch must be a list", "- {when: CONDITION, then: STEP}");
            return Optional.empty();
        }
        List<Step.Case> cases = new ArrayList<>();
        Optional<Target> otherwise = Optional.empty();
        for (YamlNode node : sequence.items()) {
            Optional<Fields> found = Fields.of(Grammar.CASE, node, reader.problems());
            if (otherwise.isPresent()) {
                reader.problems().error(node.at(), "nothing comes after else", "move it up");
            }
            if (found.isPresent() && found.get().has("else")) {
                otherwise = otherwise(found.get());
            } else {
                found.flatMap(this::oneCase).ifPresent(cases::add);
            }
        }
        if (otherwise.isEmpty()) {
            reader.problems().error(at, "the branch has no else", "- {else: STEP}, last");
        }
        return otherwise.map(target -> new Step.Branch(name, at, cases, target));
    }

    private Optional<Target> otherwise(Fields fields) {
        if (fields.has("when") || fields.has("then")) {
            reader.problems().error(fields.at(), "else stands alone", "- {else: STEP}");
        }
        return reader.target(fields, "else");
    }

    private Optional<Step.Case> oneCase(Fields fields) {
        Optional<Expression> when =
                fields.required("when", "when: CONDITION").flatMap(node -> reader.expression(node, Reader.TRUTH));
        Optional<Target> then = reader.requiredTarget(fields, "then");
        return when.flatMap(condition -> then.map(target -> new Step.Case(condition, target)));
    }

    Optional<Step> assign(String name, At at, YamlNode body, Optional<Target> then) {
        if (!(body instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            reader.problems().error(body.at(), "set needs variables", "set: {tries: tries + 1}");
            return Optional.empty();
        }
        List<Step.Assignment> assignments = new ArrayList<>();
        for (Entry entry : Fields.unique(mapping, reader.problems())) {
            reader.variable(entry.key())
                    .flatMap(variable -> reader.expression(entry.value(), EnumSet.of(variable.type()))
                            .map(value -> new Step.Assignment(variable, value)))
                    .ifPresent(assignments::add);
        }
        return then.map(target -> new Step.Assign(name, at, assignments, target));
    }

    Optional<Step> hours(String name, At at, YamlNode body) {
        return Fields.of(Grammar.HOURS, body, reader.problems()).flatMap(fields -> {
            var calendar = fields.requiredText("calendar", "calendar: a name of calendars.yaml");
            var open = reader.requiredTarget(fields, "open");
            var closed = reader.requiredTarget(fields, "closed");
            return calendar.flatMap(text ->
                    open.flatMap(yes -> closed.map(no -> new Step.Hours(name, at, text.value(), text.at(), yes, no))));
        });
    }
}
