package org.rexian.ivr.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rexian.ivr.FlowProblem;
import org.rexian.ivr.FlowProblem.Severity;

/** Collects findings; one thread. Bounded, so that a hostile folder can't fill the memory. */
public final class Problems {

    private static final int MAX = 1_000;

    private final List<FlowProblem> found = new ArrayList<>();

    public void error(At at, String message, String hint) {
        add(new FlowProblem(Severity.ERROR, at.file(), at.line(), at.column(), message, hint));
    }

    public void error(At at, String message) {
        error(at, message, "");
    }

    public void warning(At at, String message, String hint) {
        add(new FlowProblem(Severity.WARNING, at.file(), at.line(), at.column(), message, hint));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(FlowProblem::isError);
    }

    /** By file and place, without repetitions. */
    public List<FlowProblem> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(FlowProblem::file)
                        .thenComparingInt(FlowProblem::line)
                        .thenComparingInt(FlowProblem::column)
                        .thenComparing(FlowProblem::message))
                .toList();
    }

    private void add(FlowProblem problem) {
        if (found.size() < MAX) {
            found.add(problem);
        }
    }
}
