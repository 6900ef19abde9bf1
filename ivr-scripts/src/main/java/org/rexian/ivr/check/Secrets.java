package org.rexian.ivr.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Step;

/**
 * Which variables hold secrets: those that a secret collect fills, and those that are set from them, through called flows too. A truth
 * value tells too little to be a secret.
 */
public final class Secrets {

    /** A variable of a flow. */
    private record Holder(String flow, String variable) {}

    private final Set<Holder> holders = new HashSet<>();

    public Secrets(Collection<Flow> flows) {
        int before;
        do {
            before = holders.size();
            for (Flow flow : flows) {
                flow.steps().values().forEach(step -> spread(flow.name(), step));
            }
        } while (holders.size() > before);
    }

    private void spread(String flow, Step step) {
        switch (step) {
            case Step.Collect collect
            when collect.secret() -> holders.add(new Holder(flow, collect.into().name()));
            case Step.Assign assign ->
                assign.assignments().stream()
                        .filter(each -> isSecret(flow, each.value()))
                        .forEach(each ->
                                holders.add(new Holder(flow, each.variable().name())));
            case Step.SubFlow call -> {
                call.arguments().stream()
                        .filter(each -> isSecret(flow, each.value()))
                        .forEach(each -> holders.add(new Holder(call.flow(), each.name())));
                call.results().stream()
                        .filter(each -> isSecret(call.flow(), each.name())
                                && each.into().type() != ValueType.TRUTH)
                        .forEach(
                                each -> holders.add(new Holder(flow, each.into().name())));
            }
            default -> {}
        }
    }

    public boolean isSecret(String flow, String variable) {
        return holders.contains(new Holder(flow, variable));
    }

    boolean isSecret(String flow, Expression value) {
        return value.type() != ValueType.TRUTH && value.names().stream().anyMatch(name -> isSecret(flow, name));
    }
}
