package org.rexian.ivr.expr;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the common forms of a checked CEL tree into {@link Term}s, which cost a few nanoseconds; empty for the rest. A form
 * belongs here only if its semantics are those of CEL to the last corner: a property test compares the two.
 */
final class TermCompiler {

    private final CelAbstractSyntaxTree ast;
    private final Scope scope;

    private TermCompiler(CelAbstractSyntaxTree ast, Scope scope) {
        this.ast = ast;
        this.scope = scope;
    }

    static Optional<Term> compile(CelAbstractSyntaxTree ast, Scope scope) {
        return new TermCompiler(ast, scope).term(ast.getExpr());
    }

    private Optional<Term> term(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant()).map(Terms.Constant::new);
            case IDENT, SELECT -> name(expr);
            case CALL -> call(expr.call());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Optional.of(constant.stringValue());
            case INT64_VALUE -> Optional.of(constant.int64Value());
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
            default -> Optional.empty();
        };
    }

    private Optional<Term> name(CelExpr expr) {
        return ast.getReference(expr.id())
                .map(CelReference::name)
                .flatMap(scope::find)
                .map(slot -> slot.ofCall() ? new Terms.OfCall(slot.index()) : new Terms.OfFlow(slot.index()));
    }

    private Optional<Term> call(CelExpr.CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_==_" -> equal(args, false);
            case "_!=_" -> equal(args, true);
            case "_<_" -> compare(Terms.Order.LESS, args);
            case "_<=_" -> compare(Terms.Order.LESS_EQUAL, args);
            case "_>_" -> compare(Terms.Order.GREATER, args);
            case "_>=_" -> compare(Terms.Order.GREATER_EQUAL, args);
            case "_&&_" -> both(args, false);
            case "_||_" -> both(args, true);
            case "!_" -> term(args.getFirst()).map(Terms.Not::new);
            case "_?_:_" -> choice(args);
            case "_+_" -> areAll(args, ValueType.TEXT) ? pair(args, Texts.Join::new) : arithmetic('+', args);
            case "_-_" -> arithmetic('-', args);
            case "_*_" -> arithmetic('*', args);
            case "@in" -> oneOf(args);
            case "size" -> size(call);
            case "startsWith", "endsWith", "contains" -> part(call);
            default -> Optional.empty();
        };
    }

    private Optional<Term> equal(List<CelExpr> args, boolean negated) {
        boolean simple = areAll(args, ValueType.TEXT) || areAll(args, ValueType.WHOLE) || areAll(args, ValueType.TRUTH);
        return simple ? pair(args, (left, right) -> new Terms.Equal(left, right, negated)) : Optional.empty();
    }

    private Optional<Term> compare(Terms.Order order, List<CelExpr> args) {
        return areAll(args, ValueType.WHOLE)
                ? pair(args, (left, right) -> new Terms.Compare(order, left, right))
                : Optional.empty();
    }

    private Optional<Term> both(List<CelExpr> args, boolean or) {
        return this.<Term>pair(args, (left, right) -> new Terms.Both(left, right, or))
                .filter(term -> term instanceof Terms.Both both
                        && !both.left().canFail()
                        && !both.right().canFail());
    }

    private Optional<Term> choice(List<CelExpr> args) {
        return term(args.get(0))
                .flatMap(condition -> term(args.get(1))
                        .flatMap(yes -> term(args.get(2)).map(no -> new Terms.Choice(condition, yes, no))));
    }

    private Optional<Term> arithmetic(char operator, List<CelExpr> args) {
        return areAll(args, ValueType.WHOLE)
                ? pair(args, (left, right) -> new Arithmetic(operator, left, right))
                : Optional.empty();
    }

    private Optional<Term> oneOf(List<CelExpr> args) {
        CelExpr list = args.get(1);
        boolean simple = isOf(args.get(0), ValueType.TEXT) || isOf(args.get(0), ValueType.WHOLE);
        if (!simple || list.getKind() != CelExpr.ExprKind.Kind.LIST) {
            return Optional.empty();
        }
        Set<Object> items = new HashSet<>();
        for (CelExpr item : list.list().elements()) {
            Optional<Object> value =
                    item.getKind() == CelExpr.ExprKind.Kind.CONSTANT ? constant(item.constant()) : Optional.empty();
            if (value.isEmpty() || value.get() instanceof Double) {
                return Optional.empty();
            }
            items.add(value.get());
        }
        return term(args.get(0)).map(item -> new Terms.OneOf(item, Set.copyOf(items)));
    }

    private Optional<Term> size(CelExpr.CelCall call) {
        CelExpr text = call.target().orElseGet(() -> call.args().getFirst());
        return isOf(text, ValueType.TEXT) ? term(text).map(Texts.Size::new) : Optional.empty();
    }

    private Optional<Term> part(CelExpr.CelCall call) {
        if (call.target().isEmpty() || call.args().size() != 1) {
            return Optional.empty();
        }
        return pair(
                List.of(call.target().get(), call.args().getFirst()),
                (text, part) -> new Texts.Part(call.function(), text, part));
    }

    private interface Pair<T> {
        T of(Term left, Term right);
    }

    private <T extends Term> Optional<Term> pair(List<CelExpr> args, Pair<T> pair) {
        return term(args.get(0)).flatMap(left -> term(args.get(1)).map(right -> pair.of(left, right)));
    }

    private boolean areAll(List<CelExpr> exprs, ValueType type) {
        return exprs.stream().allMatch(expr -> isOf(expr, type));
    }

    private boolean isOf(CelExpr expr, ValueType type) {
        CelType found = ast.getTypeOrThrow(expr.id());
        return found.equals(type.cel());
    }
}
