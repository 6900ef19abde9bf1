package org.rexian.ivr.expr;

/** {@code + - *} of whole numbers; overflow fails, as in CEL. */
record Arithmetic(char operator, Term left, Term right) implements Term {

    @Override
    public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
        return whole(ofCall, ofFlow);
    }

    @Override
    public long whole(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
        long a = left.whole(ofCall, ofFlow);
        long b = right.whole(ofCall, ofFlow);
        try {
            return switch (operator) {
                case '+' -> Math.addExact(a, b);
                case '-' -> Math.subtractExact(a, b);
                default -> Math.multiplyExact(a, b);
            };
        } catch (ArithmeticException e) {
            throw new EvaluationFailed("overflow");
        }
    }

    @Override
    public boolean canFail() {
        return true;
    }
}
