package org.rexian.ivr.check;

import java.util.Optional;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Variable;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;

/** A called flow is there, and takes and gives what the caller says, in the same types. */
final class SubFlowRule {

    private SubFlowRule() {}

    static void check(Flow flow, Folder folder, Problems problems) {
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.SubFlow call) {
                Flow called = folder.flows().get(call.flow());
                if (!folder.hasFlow(call.flow())) {
                    problems.error(
                            call.flowAt(),
                            "unknown flow " + call.flow(),
                            DidYouMean.closest(call.flow(), folder.flows().keySet().stream())
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("flows: "
                                            + Words.list(folder.flows().keySet())));
                } else if (called != null) {
                    parameters(call, called, problems);
                }
            }
        }
    }

    private static void parameters(Step.SubFlow call, Flow called, Problems problems) {
        for (Step.Argument argument : call.arguments()) {
            if (!called.hasArgument(argument.name())) {
                unknown("argument", argument.name(), argument.at(), called, problems);
                continue;
            }
            type(called, argument.name(), argument.value().type(), argument.at(), problems);
        }
        for (Step.Result result : call.results()) {
            if (!called.hasResult(result.name())) {
                unknown("result", result.name(), result.at(), called, problems);
                continue;
            }
            type(called, result.name(), result.into().type(), result.at(), problems);
        }
    }

    private static void unknown(String what, String name, At at, Flow called, Problems problems) {
        var known = (what.equals("argument") ? called.arguments() : called.results())
                .stream().map(Flow.Parameter::name).toList();
        problems.error(
                at,
                "the flow " + called.name() + " has no " + what + " " + name,
                DidYouMean.closest(name, known.stream())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("it has " + Words.list(known)));
    }

    private static void type(Flow called, String name, ValueType ours, At at, Problems problems) {
        Optional<ValueType> theirs =
                Optional.ofNullable(called.variables().get(name)).map(Variable::type);
        if (theirs.isPresent() && theirs.get() != ours) {
            problems.error(
                    at,
                    "type error: " + name + " of " + called.name() + " is "
                            + theirs.get().words() + ", but here is " + ours.words());
        }
    }
}
