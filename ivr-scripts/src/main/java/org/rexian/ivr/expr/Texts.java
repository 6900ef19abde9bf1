package org.rexian.ivr.expr;

/** The common functions of text. */
final class Texts {

    private Texts() {}

    /** {@code size(text)}, in code points. */
    record Size(Term text) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return whole(ofCall, ofFlow);
        }

        @Override
        public long whole(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            String value = (String) text.value(ofCall, ofFlow);
            return value.codePointCount(0, value.length());
        }

        @Override
        public boolean canFail() {
            return text.canFail();
        }
    }

    /** {@code a + b}. */
    record Join(Term left, Term right) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            return ((String) left.value(ofCall, ofFlow)).concat((String) right.value(ofCall, ofFlow));
        }

        @Override
        public boolean canFail() {
            return left.canFail() || right.canFail();
        }
    }

    /** {@code startsWith}, {@code endsWith}, {@code contains}. */
    record Part(String function, Term text, Term part) implements Term {
        @Override
        public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
            String whole = (String) text.value(ofCall, ofFlow);
            String sought = (String) part.value(ofCall, ofFlow);
            return switch (function) {
                case "startsWith" -> whole.startsWith(sought);
                case "endsWith" -> whole.endsWith(sought);
                default -> whole.contains(sought);
            };
        }

        @Override
        public boolean canFail() {
            return text.canFail() || part.canFail();
        }
    }
}
