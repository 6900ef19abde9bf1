package org.rexian.ivr.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rexian.ivr.yaml.At;

/**
 * One flow, parsed.
 *
 * @param steps by name, in the order of the file
 * @param brokenSteps names of steps that are there but could not be read: nobody complains about ways to them
 */
public record Flow(
        String name,
        At at,
        Target start,
        Map<String, Variable> variables,
        List<Parameter> arguments,
        List<Parameter> results,
        Map<String, Step> steps,
        Set<String> brokenSteps) {

    /** A variable that the flow takes or gives. */
    public record Parameter(String name, At at) {}

    public boolean hasResult(String variable) {
        return results.stream().anyMatch(result -> result.name().equals(variable));
    }

    public boolean hasArgument(String variable) {
        return arguments.stream().anyMatch(argument -> argument.name().equals(variable));
    }
}
