package org.rexian.ivr.parse;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.expr.ExpressionCompiler;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.model.Variable;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Text;

/** What the parsers of all steps share while one flow is read: its variables, its expressions, its findings. */
final class Reader {

    static final EnumSet<ValueType> TRUTH = EnumSet.of(ValueType.TRUTH);
    static final EnumSet<ValueType> TEXT = EnumSet.of(ValueType.TEXT);
    static final EnumSet<ValueType> WHOLE = EnumSet.of(ValueType.WHOLE);
    static final EnumSet<ValueType> ANY = EnumSet.allOf(ValueType.class);

    private final Problems problems;
    private final Map<String, Variable> variables;
    private final ExpressionCompiler compiler;
    private final SpeechParser speech = new SpeechParser(this);

    Reader(Map<String, Variable> variables, ExpressionCompiler compiler, Problems problems) {
        this.variables = variables;
        this.compiler = compiler;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    SpeechParser speech() {
        return speech;
    }

    Optional<Expression> expression(YamlNode node, EnumSet<ValueType> wanted) {
        return Fields.text("the expression", node, problems)
                .flatMap(text -> compiler.compile(text.value(), text.plain(), text.at(), wanted));
    }

    Optional<Expression> expression(Fields fields, String field, EnumSet<ValueType> wanted) {
        return fields.node(field).flatMap(node -> expression(node, wanted));
    }

    /** Name → expression of a mapping with free keys; what is wrong is left out. */
    Map<String, Expression> expressions(Iterable<Entry> entries) {
        Map<String, Expression> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            expression(entry.value(), ANY)
                    .ifPresent(value -> found.put(entry.key().value(), value));
        }
        return found;
    }

    Optional<Variable> variable(Text name) {
        Variable variable = variables.get(name.value());
        if (variable == null) {
            problems.error(
                    name.at(),
                    "unknown variable " + name.value(),
                    DidYouMean.closest(name.value(), variables.keySet().stream())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("declare it under variables"));
        }
        return Optional.ofNullable(variable);
    }

    Optional<Target> target(Fields fields, String field) {
        return fields.text(field).map(text -> new Target(text.value(), text.at()));
    }

    Optional<Target> requiredTarget(Fields fields, String field) {
        return fields.requiredText(field, field + ": the name of a step")
                .map(text -> new Target(text.value(), text.at()));
    }
}
