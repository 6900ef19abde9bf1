package org.rexian.ivr.expr;

import java.util.Set;
import org.rexian.ivr.yaml.At;

/**
 * A compiled, type-checked CEL expression. Immutable, thread-safe, pure. It never throws: what fails at run time (a division by zero,
 * a text that is no number) is told, and is false as a condition, and the fallback as a value.
 *
 * <p>Values: {@code String}, {@code Long}, {@code Double}, {@code Boolean}.
 */
public final class Expression {

    /** Is told of expressions that fail at run time. */
    public interface Failures {

        /** {@code reason} may quote values. */
        void failed(Expression expression, String reason);
    }

    private final String text;
    private final ValueType type;
    private final Set<String> names;
    private final At at;
    private final Term term;

    Expression(String text, ValueType type, Set<String> names, At at, Term term) {
        this.text = text;
        this.type = type;
        this.names = Set.copyOf(names);
        this.at = at;
        this.term = term;
    }

    public String text() {
        return text;
    }

    public ValueType type() {
        return type;
    }

    /** Names of the scope that it reads. */
    public Set<String> names() {
        return names;
    }

    public At at() {
        return at;
    }

    /** Whether the condition holds. */
    public boolean holds(Object[] ofCall, Object[] ofFlow, Failures failures) {
        try {
            return term.truth(ofCall, ofFlow);
        } catch (EvaluationFailed e) {
            failures.failed(this, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Its value, or {@code fallback}. */
    public Object valueOr(Object fallback, Object[] ofCall, Object[] ofFlow, Failures failures) {
        try {
            return term.value(ofCall, ofFlow);
        } catch (EvaluationFailed e) {
            failures.failed(this, String.valueOf(e.getMessage()));
            return fallback;
        }
    }

    /** Whether it was compiled to terms, and not left to the CEL runtime. */
    boolean isFast() {
        return !(term instanceof CelTerm);
    }
}
