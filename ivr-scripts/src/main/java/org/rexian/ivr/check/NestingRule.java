package org.rexian.ivr.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;

/** Flows call each other to a bounded depth, and never in a circle. */
final class NestingRule {

    static final int MAX_DEPTH = 8;

    private final Folder folder;
    private final Problems problems;
    private final Map<String, Integer> depths = new HashMap<>();
    private boolean good = true;

    private NestingRule(Folder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Whether there is no circle. */
    static boolean check(Folder folder, Problems problems) {
        NestingRule rule = new NestingRule(folder, problems);
        folder.flows().values().forEach(flow -> rule.depth(flow, new ArrayList<>()));
        return rule.good;
    }

    private int depth(Flow flow, List<String> above) {
        Integer known = depths.get(flow.name());
        if (known != null) {
            return known;
        }
        above.add(flow.name());
        int depth = 1;
        for (Step step : flow.steps().values()) {
            Flow called = step instanceof Step.SubFlow call ? folder.flows().get(call.flow()) : null;
            if (called == null || !(step instanceof Step.SubFlow call)) {
                continue;
            }
            if (above.contains(called.name())) {
                good = false;
                String circle = String.join(" → ", above.subList(above.indexOf(called.name()), above.size()));
                problems.error(call.flowAt(), "flows call each other in a circle: " + circle + " → " + called.name());
                continue;
            }
            int below = above.size() >= 100 ? 0 : depth(called, above);
            depth = Math.max(depth, 1 + below);
            if (depth == MAX_DEPTH + 1) {
                problems.error(call.flowAt(), "flows nested too deeply", "at most " + MAX_DEPTH);
            }
        }
        above.removeLast();
        depths.put(flow.name(), depth);
        return depth;
    }
}
