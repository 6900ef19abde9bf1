package org.rexian.ivr.expr;

/** An expression that has no value for these operands. Without a stack trace: it is an ordinary answer, not a mistake of ours. */
final class EvaluationFailed extends Exception {

    private static final long serialVersionUID = 1;

    EvaluationFailed(String message) {
        super(message, null, false, false);
    }
}
