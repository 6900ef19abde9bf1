package org.rexian.server.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.ConfigurationCheck;
import org.rexian.acd.ConfigurationProblem;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.RoutingRules;
import org.rexian.acd.sim.Policy;

/** The list {@code policies} of a scenario. */
final class PolicyTable {

    private static final String AS_CONFIGURED = "as configured";

    static final Key<String> NAME = Key.required("name", Kinds.TEXT, "fifo", "What the report calls it.");
    static final Key<Optional<AgentChoice>> CHOICE = Key.of(
            "agent-choice",
            Kinds.optional(Kinds.choice(AgentChoice.class)),
            "",
            "In place of every queue's own; left as it is where empty.");

    static final Table TABLE = Table.listOf(
            "policies",
            "Ways to run the floor that are compared before the same callers; the first one is what the others are compared"
                    + " with. Without any, the floor is played as it is configured.",
            List.of(NAME, CHOICE),
            RoutingTable.TABLE);

    private PolicyTable() {}

    static List<Policy> readAll(List<Section> sections, AcdConfiguration floor) {
        if (sections.isEmpty()) {
            return List.of(new Policy(AS_CONFIGURED, floor));
        }
        Set<String> names = new HashSet<>();
        List<Policy> policies = new ArrayList<>();
        for (Section section : sections) {
            String name = section.get(NAME);
            if (section.has(NAME) && !names.add(name)) {
                section.problem(NAME, "name: there is another policy '" + name + "'", "give each a name of its own");
            }
            policies.add(new Policy(name, read(section, floor)));
        }
        return policies;
    }

    private static AcdConfiguration read(Section section, AcdConfiguration floor) {
        Optional<AgentChoice> choice = section.get(CHOICE);
        List<QueueDefinition> queues = floor.queues().stream()
                .map(queue -> choice.map(each -> queue.but().agentChoice(each).build())
                        .orElse(queue))
                .toList();
        RoutingRules rules = section.has(RoutingTable.TABLE)
                ? RoutingTable.read(section.section(RoutingTable.TABLE))
                : floor.rules();
        AcdConfiguration policy = new AcdConfiguration(queues, floor.agents(), rules);
        report(section, floor, policy);
        return policy;
    }

    /** What is wrong with the floor itself was told where it stands. */
    private static void report(Section section, AcdConfiguration floor, AcdConfiguration policy) {
        List<ConfigurationProblem> known = ConfigurationCheck.problemsOf(floor);
        ConfigurationCheck.problemsOf(policy).stream()
                .filter(problem -> !known.contains(problem))
                .forEach(section::report);
    }
}
