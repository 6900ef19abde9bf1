package org.rexian.acd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** Finds everything that is wrong with a configuration, in its own order, and stops at nothing. */
public final class ConfigurationCheck {

    private final AcdConfiguration configuration;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Set<String> queueNames = new HashSet<>();

    private ConfigurationCheck(AcdConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Empty if all is well. */
    public static List<ConfigurationProblem> problemsOf(AcdConfiguration configuration) {
        ConfigurationCheck check = new ConfigurationCheck(configuration);
        configuration.queues().forEach(check::queue);
        Set<String> agentIds = new HashSet<>();
        configuration.agents().forEach(agent -> check.agent(agent, agentIds));
        return List.copyOf(check.problems);
    }

    private void queue(QueueDefinition queue) {
        String where = "queue " + queue.name();
        if (queue.name().isBlank()) {
            error(where, "a queue without a name", "give it a name");
        }
        if (!queueNames.add(queue.name())) {
            error(where, "defined twice", "rename or remove one of the two");
        }
        if (queue.ringMillis() < 1) {
            error(where, "ring time " + queue.ringMillis() + " ms", "let a phone ring for at least a second");
        }
        notNegative(where, "wrap-up time", queue.wrapUpMillis());
        notNegative(where, "service level", queue.serviceLevelMillis());
        notNegative(where, "longest wait", queue.limits().maxWaitMillis());
        notNegative(where, "most waiting", queue.limits().maxWaiting());
        switch (RequirementPlan.parse(queue.requirement())) {
            case RequirementPlan.Problem problem ->
                error(where, "requirement, column " + problem.column() + ": " + problem.message(), problem.hint());
            case RequirementPlan.Compiled(RequirementPlan plan) -> canBeMet(queue, plan.at(0));
        }
    }

    private void canBeMet(QueueDefinition queue, Requirement requirement) {
        List<AgentDefinition> members = configuration.agents().stream()
                .filter(agent -> agent.queues().contains(queue.name()))
                .toList();
        if (members.isEmpty()) {
            warning("queue " + queue.name(), "no agent serves it", "name the queue at an agent");
        } else if (members.stream().noneMatch(agent -> requirement.matches(new Described(agent)))) {
            warning(
                    "queue " + queue.name(),
                    "none of its " + members.size() + " agents meets \"" + requirement + "\"",
                    "lower the requirement, or give an agent the skills");
        }
    }

    private void agent(AgentDefinition agent, Set<String> ids) {
        String where = "agent " + agent.id();
        if (agent.id().isBlank()) {
            error(where, "an agent without an id", "give it an id");
        }
        if (!ids.add(agent.id())) {
            error(where, "defined twice", "rename or remove one of the two");
        }
        Set<String> seen = new HashSet<>();
        for (String queue : agent.queues()) {
            if (!queueNames.contains(queue)) {
                error(where, "serves unknown queue " + queue, "define the queue, or correct its name");
            }
            if (!seen.add(queue)) {
                error(where, "serves queue " + queue + " twice", "name it once");
            }
        }
        badLevel(agent.skills()).forEach(text -> error(where, text, "levels go from 1 to 10"));
    }

    /** What is wrong with skills, in the order of their names. */
    static List<String> badLevel(Map<String, Integer> skills) {
        return SortedCopies.of(skills).entrySet().stream()
                .filter(skill -> skill.getValue() < 1 || skill.getValue() > Requirement.HIGHEST_LEVEL)
                .map(skill -> "skill " + skill.getKey() + " has level " + skill.getValue())
                .toList();
    }

    private void notNegative(String where, String what, long value) {
        if (value < 0) {
            error(where, what + " is negative: " + value, "0 for none");
        }
    }

    private void error(String where, String message, String hint) {
        problems.add(ConfigurationProblem.error(where, message, hint));
    }

    private void warning(String where, String message, String hint) {
        problems.add(ConfigurationProblem.warning(where, message, hint));
    }

    private record Described(AgentDefinition agent) implements Requirement.Holder {
        @Override
        public String id() {
            return agent.id();
        }

        @Override
        public String team() {
            return agent.team();
        }

        @Override
        public int level(String skill) {
            return agent.skills().getOrDefault(skill, Requirement.NO_LEVEL);
        }
    }
}
