package org.rexian.ivr.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.rexian.ivr.model.Exit;
import org.rexian.ivr.model.Exits;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Hotline;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;

/** Every step can be met by a call, and every flow is used. */
final class ReachableRule {

    private ReachableRule() {}

    static void check(Folder folder, Problems problems) {
        Set<String> used = new HashSet<>();
        Deque<String> flows = new ArrayDeque<>(folder.hotline().numbers().values().stream()
                .map(Hotline.Dialled::flow)
                .toList());
        while (!flows.isEmpty()) {
            String name = flows.poll();
            if (used.add(name)) {
                Flow flow = folder.flows().get(name);
                if (flow != null) {
                    flow.steps().values().forEach(step -> {
                        if (step instanceof Step.SubFlow call) {
                            flows.add(call.flow());
                        }
                    });
                }
            }
        }
        for (Flow flow : folder.flows().values()) {
            if (!used.contains(flow.name())) {
                problems.warning(
                        flow.at(),
                        "no number and no flow leads to " + flow.name(),
                        "name it under numbers, or remove it");
            }
            steps(flow, problems);
        }
    }

    private static void steps(Flow flow, Problems problems) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(flow.start().step()));
        while (!open.isEmpty()) {
            String name = open.poll();
            Step step = flow.steps().get(name);
            if (step != null && reached.add(name)) {
                Exits.of(step).stream().map(Exit::target).forEach(target -> open.add(target.step()));
            }
        }
        flow.steps().values().stream()
                .filter(step -> !reached.contains(step.name()))
                .forEach(step -> problems.error(
                        step.at(), "no way leads to step " + step.name(), "remove it, or lead an exit to it"));
    }
}
