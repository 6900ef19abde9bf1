package org.rexian.ivr.expr;

import java.util.Set;

/** The terms that need no CEL runtime. Operands have the types that the checker found; so casts hold. */
final class Terms {

    private Terms() {}

    /** A literal. */
    record Constant(Object constant) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) {
            return constant;
        }

        @Override
        public boolean canFail() {
            return false;
        }
    }

    /** A value of the call. */
    record OfCall(int index) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) {
            return ofCall[index];
        }

        @Override
        public boolean canFail() {
            return false;
        }
    }

    /** A variable of the flow. */
    record OfFlow(int index) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) {
            return ofFlow[index];
        }

        @Override
        public boolean canFail() {
            return false;
        }
    }

    /** Equality of text, whole numbers or truth values; not of doubles, whose NaN and zeros differ from {@code equals}. */
    record Equal(Term left, Term right, boolean negated) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return truth(ofCall, ofFlow);
        }

        @Override
        public boolean truth(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return left.value(ofCall, ofFlow).equals(right.value(ofCall, ofFlow)) != negated;
        }

        @Override
        public boolean canFail() {
            return left.canFail() || right.canFail();
        }
    }

    /** Membership in a list of literals. */
    record OneOf(Term item, Set<Object> list) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return list.contains(item.value(ofCall, ofFlow));
        }

        @Override
        public boolean canFail() {
            return item.canFail();
        }
    }

    /** Order of whole numbers. */
    enum Order {
        LESS,
        LESS_EQUAL,
        GREATER,
        GREATER_EQUAL;

        boolean holds(long left, long right) {
            return switch (this) {
                case LESS -> left < right;
                case LESS_EQUAL -> left <= right;
                case GREATER -> left > right;
                case GREATER_EQUAL -> left >= right;
            };
        }
    }

    /** A comparison of whole numbers. */
    record Compare(Order order, Term left, Term right) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return truth(ofCall, ofFlow);
        }

        @Override
        public boolean truth(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return order.holds(left.whole(ofCall, ofFlow), right.whole(ofCall, ofFlow));
        }

        @Override
        public boolean canFail() {
            return left.canFail() || right.canFail();
        }
    }

    /** {@code &&} and {@code ||} of operands that can't fail. */
    record Both(Term left, Term right, boolean or) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return truth(ofCall, ofFlow);
        }

        @Override
        public boolean truth(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return left.truth(ofCall, ofFlow) == or ? or : right.truth(ofCall, ofFlow);
        }

        @Override
        public boolean canFail() {
            return false;
        }
    }

    /** {@code !}. */
    record Not(Term operand) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return !operand.truth(ofCall, ofFlow);
        }

        @Override
        public boolean canFail() {
            return operand.canFail();
        }
    }

    /** {@code condition ? yes : no}. */
    record Choice(Term condition, Term yes, Term no) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return condition.truth(ofCall, ofFlow) ? yes.value(ofCall, ofFlow) : no.value(ofCall, ofFlow);
        }

        @Override
        public boolean canFail() {
            return condition.canFail() || yes.canFail() || no.canFail();
        }
    }
}
