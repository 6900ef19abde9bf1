package org.rexian.acd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rexian.acd.ConfigurationProblem.Spot;
import org.rexian.acd.QueueDefinition.Overflow;

/** Queues that overflow into each other, so that a contact might go round for ever. Each circle is told once. */
final class OverflowCircles {

    private final Map<String, Integer> indexByName = new HashMap<>();
    private final List<QueueDefinition> queues;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final List<Integer> way = new ArrayList<>();
    private final Set<Integer> done = new HashSet<>();

    private OverflowCircles(List<QueueDefinition> queues) {
        this.queues = queues;
        for (int i = 0; i < queues.size(); i++) {
            indexByName.putIfAbsent(queues.get(i).name(), i);
        }
    }

    static List<ConfigurationProblem> in(List<QueueDefinition> queues) {
        OverflowCircles search = new OverflowCircles(queues);
        for (int i = 0; i < queues.size(); i++) {
            search.visit(i);
        }
        return search.problems;
    }

    /** Depth first: a queue that stands on the way already closes a circle. */
    private void visit(int queue) {
        if (done.contains(queue)) {
            return;
        }
        way.add(queue);
        List<Overflow> rules = queues.get(queue).overflow();
        for (int i = 0; i < rules.size(); i++) {
            Integer to = indexByName.get(rules.get(i).to());
            if (to != null && way.contains(to)) {
                closes(way.subList(way.indexOf(to), way.size()), queue, i);
            } else if (to != null) {
                visit(to);
            }
        }
        way.removeLast();
        done.add(queue);
    }

    private void closes(List<Integer> circle, int queue, int rule) {
        List<String> names = new ArrayList<>();
        circle.forEach(index -> names.add(queues.get(index).name()));
        names.add(names.getFirst());
        Spot spot =
                Spot.of("queues", queue, "queue " + queues.get(queue).name()).at("overflow", rule);
        problems.add(ConfigurationProblem.error(
                spot.at("to"),
                "overflows in a circle: " + String.join(" → ", names),
                "let the last queue keep its callers"));
    }
}
