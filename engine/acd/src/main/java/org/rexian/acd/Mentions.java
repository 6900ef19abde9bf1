package org.rexian.acd;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The names in a requirement, behind {@code not} as well, in alphabetical order. */
record Mentions(Set<String> skills, Set<String> agents, Set<String> teams) {

    static Mentions in(List<Requirement> conditions) {
        Mentions found = new Mentions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        conditions.forEach(found::collect);
        return found;
    }

    private void collect(Requirement condition) {
        Consumer<Requirement> inside = this::collect;
        switch (condition) {
            case Requirement.Anyone _ -> {}
            case Requirement.SkillWithin within -> skills.add(within.skill());
            case Requirement.AgentIs(String agent) -> agents.add(agent);
            case Requirement.TeamIs(String team) -> teams.add(team);
            case Requirement.AllOf(List<Requirement> parts) -> parts.forEach(inside);
            case Requirement.AnyOf(List<Requirement> parts) -> parts.forEach(inside);
            case Requirement.Not(Requirement part) -> collect(part);
        }
    }
}
