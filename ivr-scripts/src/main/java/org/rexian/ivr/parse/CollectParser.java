package org.rexian.ivr.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.model.Variable;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads a collect. */
final class CollectParser {

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,2})(?:\\s*-\\s*([0-9]{1,2}))?");
    private static final int MAX_DIGITS = 64;
    private static final long BETWEEN_MILLIS = 3_000;

    /** Both lengths of an entry. */
    private record Range(int min, int max) {}

    private final Reader reader;

    CollectParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step> parse(String name, At at, YamlNode body, Optional<Target> then) {
        return Fields.of(Grammar.COLLECT, body, reader.problems()).flatMap(fields -> collect(name, at, fields, then));
    }

    private Optional<Step> collect(String name, At at, Fields fields, Optional<Target> then) {
        Optional<Variable> into = fields.requiredText("into", "into: a text variable")
                .flatMap(text -> reader.variable(text).filter(variable -> isText(variable, text)));
        Optional<Step.Digits> digits = digits(fields);
        var say = reader.speech().of(fields, "say");
        var valid = reader.expression(fields, "valid", Reader.TRUTH);
        Optional<Step.Confirm> confirm = confirm(fields);
        boolean secret = fields.truth("secret", false);
        boolean bargeIn = fields.truth("barge-in", true);
        AttemptsParser attempts = new AttemptsParser(reader);
        Optional<Step.NoInput> noInput = attempts.noInput(fields);
        Optional<Step.NoMatch> noMatch = attempts.noMatch(fields);
        if (into.isEmpty() || digits.isEmpty() || noInput.isEmpty() || noMatch.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Step.Collect(
                name,
                at,
                say,
                into.get(),
                digits.get(),
                valid,
                confirm,
                secret,
                bargeIn,
                noInput.get(),
                noMatch.get(),
                then.get()));
    }

    private boolean isText(Variable variable, Text text) {
        if (variable.type() == ValueType.TEXT) {
            return true;
        }
        reader.problems()
                .error(
                        text.at(),
                        variable.name() + " is " + variable.type().words() + ", but an entry is text",
                        "declare it as \"\", and use int(" + variable.name() + ")");
        return false;
    }

    private Optional<Step.Digits> digits(Fields fields) {
        return fields.requiredText("digits", "digits: 6, or 6-16")
                .flatMap(this::range)
                .map(range -> new Step.Digits(
                        range.min(), range.max(), endKey(fields), fields.duration("between", BETWEEN_MILLIS)));
    }

    private Optional<Range> range(Text text) {
        Matcher matcher = LENGTH.matcher(text.value());
        if (matcher.matches()) {
            int min = Integer.parseInt(matcher.group(1));
            int max = matcher.group(2) == null ? min : Integer.parseInt(matcher.group(2));
            if (min >= 1 && min <= max && max <= MAX_DIGITS) {
                return Optional.of(new Range(min, max));
            }
        }
        reader.problems().error(text.at(), "digits must be a length, 1 to " + MAX_DIGITS, "6, or from-to: 6-16");
        return Optional.empty();
    }

    private char endKey(Fields fields) {
        char key = fields.key("end-key", (char) 0);
        if (key != 0 && key != '#' && key != '*') {
            reader.problems().error(fields.at(), "end-key must be \"#\" or \"*\"");
        }
        return key;
    }

    private Optional<Step.Confirm> confirm(Fields fields) {
        return fields.node("confirm")
                .flatMap(node -> Fields.of(Grammar.CONFIRM, node, reader.problems()))
                .map(inner -> {
                    inner.required("say", "say what was entered, and which keys to press");
                    char yes = inner.key("yes", '1');
                    char no = inner.key("no", '2');
                    if (yes == no) {
                        reader.problems().error(inner.at(), "yes and no are the same key", "yes: 1, no: 2");
                    }
                    return new Step.Confirm(reader.speech().of(inner, "say"), yes, no);
                });
    }
}
