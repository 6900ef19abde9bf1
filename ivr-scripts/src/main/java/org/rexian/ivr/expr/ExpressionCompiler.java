package org.rexian.ivr.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.EnumSet;
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

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxParseRecursionDepth(64)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final Scope scope;
    private final CelCompiler compiler;
    private final Problems problems;

    public ExpressionCompiler(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS);
        scope.slots().forEach((name, slot) -> builder.addVar(name, slot.type().cel()));
        this.compiler = builder.build();
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
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            result.getErrors().stream().limit(3).forEach(issue -> report(issue, text, plain, at));
            return Optional.empty();
        }
        try {
            return typed(result.getAst(), text, at, wanted);
        } catch (CelValidationException | CelEvaluationException e) {
            problems.error(at, "not an expression: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Expression> typed(CelAbstractSyntaxTree ast, String text, At at, EnumSet<ValueType> wanted)
            throws CelEvaluationException {
        Optional<ValueType> type = ValueType.of(ast.getResultType());
        if (type.isEmpty() || !wanted.contains(type.get())) {
            String found = type.map(ValueType::words).orElse(ast.getResultType().name());
            String should = wanted.stream().map(ValueType::words).collect(Collectors.joining(" or "));
            problems.error(at, "`" + text + "` is " + found + ", but " + should + " is needed", hint(type, wanted));
            return Optional.empty();
        }
        Set<String> names = ast.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(name -> scope.find(name).isPresent())
                .collect(Collectors.toSet());
        Optional<Term> fast = TermCompiler.compile(ast, scope);
        Term term = fast.isPresent() ? fast.get() : new CelTerm(RUNTIME.createProgram(ast), scope.slots());
        return Optional.of(new Expression(text, type.get(), names, at, term));
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

    private void report(CelIssue issue, String text, boolean plain, At at) {
        boolean oneLine = plain && issue.getSourceLocation().getLine() == 1;
        At place = oneLine ? at.plus(Math.max(0, issue.getSourceLocation().getColumn())) : at;
        ExpressionMessage message = ExpressionMessage.of(issue.getMessage(), text, scope);
        problems.error(place, message.message(), message.hint());
    }
}
