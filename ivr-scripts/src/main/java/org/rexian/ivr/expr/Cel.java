package org.rexian.ivr.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The CEL compiler of one flow, and the runtime of all. Their classes cost more than the rest of a hotline to load; so this one is
 * touched only by an expression that {@link TermParser} leaves over.
 */
final class Cel {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxParseRecursionDepth(64)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final Scope scope;
    private final CelCompiler compiler;

    Cel(Scope scope) {
        this.scope = scope;
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS);
        scope.slots().forEach((name, slot) -> builder.addVar(name, type(slot.type())));
        this.compiler = builder.build();
    }

    /** What became of a text. */
    sealed interface Result {}

    /** It is well formed: {@code type} empty if flows don't have it, {@code typeName} in CEL's words. */
    record Compiled(Term term, Optional<ValueType> type, String typeName, Set<String> names) implements Result {}

    /** It is not. */
    record Refused(List<Issue> issues) implements Result {}

    /** In CEL's words; the line counts from 1, the column from 0. */
    record Issue(int line, int column, String message) {}

    Result compile(String text) {
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            return new Refused(result.getErrors().stream().map(Cel::issue).toList());
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            Set<String> names = tree.getReferenceMap().values().stream()
                    .map(CelReference::name)
                    .filter(name -> scope.find(name).isPresent())
                    .collect(Collectors.toSet());
            CelType type = tree.getResultType();
            Term term = new CelTerm(RUNTIME.createProgram(tree), scope.slots());
            return new Compiled(term, type(type), type.name(), names);
        } catch (CelValidationException | CelEvaluationException e) {
            return new Refused(List.of(new Issue(1, 0, String.valueOf(e.getMessage()))));
        }
    }

    private static Issue issue(CelIssue issue) {
        return new Issue(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn(), issue.getMessage());
    }

    static CelType type(ValueType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case WHOLE -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
        };
    }

    private static Optional<ValueType> type(CelType type) {
        for (ValueType candidate : ValueType.values()) {
            if (type(candidate).equals(type)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
