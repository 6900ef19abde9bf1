package org.rexian.ivr.parse;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.expr.ExpressionCompiler;
import org.rexian.ivr.expr.Scope;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Hotline;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.model.Variable;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads one flow file. The variables come first, wherever they stand: the expressions need their types. */
public final class FlowParser {

    private static final int MAX_STEPS = 2_000;

    private final Hotline hotline;
    private final Problems problems;

    public FlowParser(Hotline hotline, Problems problems) {
        this.hotline = hotline;
        this.problems = problems;
    }

    /** The flow of a file of that name; empty if there is nothing to go on with. */
    public Optional<Flow> parse(String fileName, YamlNode root) {
        return Fields.of(Grammar.FLOW, root, problems).flatMap(fields -> flow(fileName, fields));
    }

    private Optional<Flow> flow(String fileName, Fields fields) {
        fields.requiredText("flow", "flow: " + fileName)
                .filter(text -> !text.value().equals(fileName))
                .ifPresent(text -> problems.error(
                        text.at(), "the flow " + text.value() + " is in the file of " + fileName, "flow: " + fileName));
        Scope scope = new Scope(List.copyOf(hotline.attributes().keySet()));
        Map<String, Variable> variables = variables(fields, scope);
        Reader reader = new Reader(variables, new ExpressionCompiler(scope, problems), problems);
        StepParser parser = new StepParser(reader, hotline.languages());
        fields.required("steps", "steps: {welcome: {say: welcome, then: STEP}}");
        Map<String, Step> steps = new LinkedHashMap<>();
        Set<String> broken = new LinkedHashSet<>();
        List<Entry> entries = fields.entries("steps");
        if (entries.isEmpty() || entries.size() > MAX_STEPS) {
            problems.error(fields.at(), "a flow has 1 to " + MAX_STEPS + " steps", "");
            return Optional.empty();
        }
        for (Entry entry : entries) {
            Optional<Step> step = Names.step(entry.key(), problems)
                    .flatMap(name -> parser.parse(name, entry.key().at(), entry.value()));
            step.ifPresentOrElse(
                    found -> steps.put(found.name(), found),
                    () -> broken.add(entry.key().value()));
        }
        Text first = entries.getFirst().key();
        Target start = reader.target(fields, "start").orElseGet(() -> new Target(first.value(), first.at()));
        return Optional.of(new Flow(
                fileName,
                fields.at(),
                start,
                variables,
                parameters(fields, "arguments", variables),
                parameters(fields, "results", variables),
                steps,
                broken));
    }

    private Map<String, Variable> variables(Fields fields, Scope scope) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (Entry entry : fields.entries("variables")) {
            Optional<String> name = Names.variable("a variable", entry.key(), problems);
            if (name.isEmpty()) {
                continue;
            }
            if (!(entry.value() instanceof Text text)) {
                problems.error(entry.value().at(), "a variable is one value", "\"\", 0, 0.0 or false");
                continue;
            }
            Object initial = initial(text);
            ValueType type = typeOf(initial);
            int slot = scope.variable(name.get(), type);
            variables.put(
                    name.get(),
                    new Variable(name.get(), type, initial, slot, entry.key().at()));
        }
        return variables;
    }

    private Object initial(Text text) {
        String value = text.value();
        if (!text.plain()) {
            return value;
        }
        if (value.matches("true|false")) {
            return Boolean.valueOf(value);
        }
        if (value.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(value);
        }
        if (value.matches("-?[0-9]{1,18}\\.[0-9]{1,18}")) {
            return Double.valueOf(value);
        }
        if (value.isEmpty()) {
            problems.error(text.at(), "a variable needs a first value", "\"\", 0, 0.0 or false");
        }
        return value;
    }

    private static ValueType typeOf(Object value) {
        return switch (value) {
            case Long _ -> ValueType.WHOLE;
            case Double _ -> ValueType.NUMBER;
            case Boolean _ -> ValueType.TRUTH;
            default -> ValueType.TEXT;
        };
    }

    private List<Flow.Parameter> parameters(Fields fields, String field, Map<String, Variable> variables) {
        return fields.texts(field).stream()
                .filter(text -> {
                    if (!variables.containsKey(text.value())) {
                        problems.error(
                                text.at(),
                                "unknown variable " + text.value(),
                                DidYouMean.closest(text.value(), variables.keySet().stream())
                                        .map(near -> "did you mean " + near + "?")
                                        .orElse("declare it under variables, with a first value"));
                    }
                    return variables.containsKey(text.value());
                })
                .map(text -> new Flow.Parameter(text.value(), text.at()))
                .toList();
    }
}
