package org.rexian.ivr.expr;

/** A node of a compiled expression, with the semantics of CEL. */
interface Term {

    Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed;

    /** The value of a condition, without boxing. */
    default boolean truth(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
        return (Boolean) value(ofCall, ofFlow);
    }

    /** The value of a whole number, without boxing. */
    default long whole(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
        return (Long) value(ofCall, ofFlow);
    }

    /** Whether evaluation can fail: {@code &&} and {@code ||} of CEL may swallow a failure, ours don't have to know how. */
    boolean canFail();
}
