package org.rexian.ivr.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.model.Exit;
import org.rexian.ivr.model.Exits;
import org.rexian.ivr.model.Flow;
import org.rexian.ivr.model.Folder;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;

/**
 * A call whose caller does nothing comes to an end. A circle of exits that are taken without the caller is found by following only
 * those; a called flow counts as asking the caller if it can't return without.
 */
final class CircleRule {

    private final Folder folder;
    private final Map<String, Boolean> silent = new HashMap<>();

    private CircleRule(Folder folder) {
        this.folder = folder;
    }

    /** Needs flows that do not call each other in a circle, and exits that lead to steps. */
    static void check(Folder folder, Problems problems) {
        CircleRule rule = new CircleRule(folder);
        for (Flow flow : folder.flows().values()) {
            rule.circle(flow)
                    .ifPresent(circle -> problems.error(
                            circle.getFirst().at(),
                            "a way round without the caller: "
                                    + String.join(
                                            " → ",
                                            circle.stream().map(Step::name).toList()) + " → "
                                    + circle.getFirst().name(),
                            "let a menu or collect ask, or lead one of the exits to an end"));
        }
    }

    /** Removes steps that nothing silent leads to, or that lead nowhere silently, until only circles are left. */
    private Optional<List<Step>> circle(Flow flow) {
        Map<String, Set<String>> next = new HashMap<>();
        flow.steps().values().forEach(step -> next.put(step.name(), silentTargets(step)));
        boolean changed = true;
        while (changed) {
            Set<String> left = Set.copyOf(next.keySet());
            next.values().forEach(targets -> targets.retainAll(left));
            changed = next.values().removeIf(Set::isEmpty);
        }
        return flow.steps().values().stream()
                .filter(step -> next.containsKey(step.name()))
                .findFirst()
                .map(step -> walk(flow, step.name(), next));
    }

    private static List<Step> walk(Flow flow, String from, Map<String, Set<String>> next) {
        List<String> path = new ArrayList<>();
        String name = from;
        while (!path.contains(name)) {
            path.add(name);
            name = next.getOrDefault(name, Set.of()).stream()
                    .sorted()
                    .findFirst()
                    .orElse(name);
        }
        return path.subList(path.indexOf(name), path.size()).stream()
                .flatMap(each -> Optional.ofNullable(flow.steps().get(each)).stream())
                .toList();
    }

    private Set<String> silentTargets(Step step) {
        Set<String> targets = new HashSet<>();
        boolean passes = !(step instanceof Step.SubFlow call) || returnsSilently(call.flow());
        if (passes) {
            Exits.of(step).stream()
                    .filter(exit -> !exit.asksCaller() && !exit.target().isReturn())
                    .map(Exit::target)
                    .forEach(target -> targets.add(target.step()));
        }
        return targets;
    }

    private boolean returnsSilently(String name) {
        Boolean known = silent.get(name);
        if (known == null) {
            Flow flow = folder.flows().get(name);
            known = flow == null || findReturn(flow);
            silent.put(name, known);
        }
        return known;
    }

    private boolean findReturn(Flow flow) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(flow.start().step()));
        while (!open.isEmpty()) {
            Step step = flow.steps().get(open.poll());
            if (step == null || !seen.add(step.name())) {
                continue;
            }
            boolean passes = !(step instanceof Step.SubFlow call) || returnsSilently(call.flow());
            for (Exit exit : Exits.of(step)) {
                if (passes && !exit.asksCaller()) {
                    if (exit.target().isReturn()) {
                        return true;
                    }
                    open.add(exit.target().step());
                }
            }
        }
        return false;
    }
}
