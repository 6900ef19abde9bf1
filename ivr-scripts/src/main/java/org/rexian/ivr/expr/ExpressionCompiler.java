package org.rexian.ivr.expr;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;

/**
 * Compiles the expressions of one flow. There are no macros and so no loops in an expression: its cost is bounded by its length.
 * One thread.
 */
public final class ExpressionCompiler {

    public static final int MAX_LENGTH = 1_000;

    private final Scope scope;
    private final Problems problems;
    private Optional<Cel> cel = Optional.empty();

    /** The scope must be complete before the first expression is compiled. */
    public ExpressionCompiler(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /** The expression, if it is one of the {@code wanted} types; else empty, with the reason in the problems. */
    public Optional<Expression> compile(String text, boolean plain, At at, EnumSet<ValueType> wanted) {
        if (text.isBlank()) {
            problems.error(at, "an expression is missing");
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH) {
            problems.error(at, "the expression is too long", "at most " + MAX_LENGTH + " characters");
            return Optional.empty();
        }
        Optional<TermParser.Parsed> common = TermParser.parse(text, scope);
        if (common.isPresent()) {
            TermParser.Parsed found = common.get();
            return typed(
                    found.term(), Optional.of(found.type()), found.type().words(), found.names(), text, at, wanted);
        }
        Cel byCel = cel.orElseGet(() -> new Cel(scope));
        cel = Optional.of(byCel);
        return switch (byCel.compile(text)) {
            case Cel.Refused(List<Cel.Issue> issues) -> {
                issues.stream().limit(3).forEach(issue -> report(issue, text, plain, at));
                yield Optional.empty();
            }
            case Cel.Compiled found ->
                typed(found.term(), found.type(), found.typeName(), found.names(), text, at, wanted);
        };
    }

    private Optional<Expression> typed(
            Term term,
            Optional<ValueType> type,
            String typeName,
            Set<String> names,
            String text,
            At at,
            EnumSet<ValueType> wanted) {
        if (type.isPresent() && wanted.contains(type.get())) {
            return Optional.of(new Expression(text, type.get(), names, at, term));
        }
        String found = type.map(ValueType::words).orElse(typeName);
        String should = wanted.stream().map(ValueType::words).collect(Collectors.joining(" or "));
        problems.error(at, "`" + text + "` is " + found + ", but " + should + " is needed", hint(type, wanted));
        return Optional.empty();
    }

    private static String hint(Optional<ValueType> found, EnumSet<ValueType> wanted) {
        if (found.isPresent() && found.get() == ValueType.TEXT && wanted.contains(ValueType.WHOLE)) {
            return "int(…) makes a whole number of a text";
        }
        if (found.isPresent() && wanted.contains(ValueType.TEXT)) {
            return "string(…) makes a text of it";
        }
        return wanted.contains(ValueType.TRUTH) ? "compare it, for example with == or <" : "";
    }

    private void report(Cel.Issue issue, String text, boolean plain, At at) {
        At place = plain && issue.line() == 1 ? at.plus(Math.max(0, issue.column())) : at;
        ExpressionMessage message = ExpressionMessage.of(issue.message(), text, scope);
        problems.error(place, message.message(), message.hint());
    }
}
