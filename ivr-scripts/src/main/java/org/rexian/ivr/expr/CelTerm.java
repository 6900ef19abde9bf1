package org.rexian.ivr.expr;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/** An expression that the CEL runtime evaluates: everything that {@link TermParser} leaves over. */
record CelTerm(CelRuntime.Program program, Map<String, Scope.Slot> slots) implements Term {

    @Override
    public Object value(Object[] ofCall, Object[] ofFlow) throws EvaluationFailed {
        try {
            return program.eval(name -> {
                Scope.Slot slot = slots.get(name);
                return slot == null
                        ? Optional.empty()
                        : Optional.of(slot.ofCall() ? ofCall[slot.index()] : ofFlow[slot.index()]);
            });
        } catch (CelEvaluationException e) {
            throw new EvaluationFailed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean canFail() {
        return true;
    }
}
