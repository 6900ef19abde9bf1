package org.rexian.server.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.sim.Shift;
import org.rexian.server.config.SimulationKinds.Span;

/** The list {@code shifts} of a scenario. */
final class ShiftTable {

    static final Key<String> AGENTS = Key.list("agents", Kinds.TEXT, "", "Who: ids of agents, teams, or crews.");
    static final Key<Long> FROM =
            Key.required("from", SimulationKinds.TIME_OF_DAY, "8:00", "When they sign in, each day.");
    static final Key<Long> UNTIL = Key.required(
            "until", SimulationKinds.TIME_OF_DAY, "16:00", "When they sign out; after 24:00 on the next day.");
    static final Key<Span> BREAKS = Key.list("breaks", SimulationKinds.SPAN, "", "When they are not ready.");

    static final Table TABLE = Table.listOf(
            "shifts",
            "Who works when. Whom no shift names is there all the time.",
            List.of(AGENTS, FROM, UNTIL, BREAKS));

    private ShiftTable() {}

    static List<Shift> readAll(List<Section> sections, List<AgentDefinition> agents, List<CrewTable.Crew> crews) {
        List<Shift> shifts = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Section section : sections) {
            long from = section.get(FROM);
            long until = section.get(UNTIL);
            if (section.has(FROM) && section.has(UNTIL) && until <= from) {
                section.problem(UNTIL, "until: the shift ends before it begins", "a night shift ends after 24:00");
            }
            List<Shift.Break> breaks = section.list(BREAKS).stream()
                    .map(span -> new Shift.Break(span.from(), span.until(), "break"))
                    .toList();
            for (String id : whom(section, agents, crews)) {
                shifts.add(new Shift(id, from, until, breaks));
                named.add(id);
            }
        }
        agents.stream()
                .map(AgentDefinition::id)
                .filter(id -> !named.contains(id))
                .forEach(id -> shifts.add(Shift.always(id)));
        return shifts;
    }

    private static Set<String> whom(Section section, List<AgentDefinition> agents, List<CrewTable.Crew> crews) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = section.list(AGENTS);
        if (words.isEmpty()) {
            section.problem(AGENTS, "agents: the shift has nobody", "name agents, teams or crews");
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int before = found.size();
            agents.stream()
                    .filter(agent -> agent.id().equals(word) || agent.team().equals(word))
                    .forEach(agent -> found.add(agent.id()));
            crews.stream()
                    .filter(crew -> crew.name().equals(word))
                    .flatMap(crew -> crew.agents().stream())
                    .forEach(agent -> found.add(agent.id()));
            if (found.size() == before) {
                section.problem(
                        AGENTS,
                        i,
                        "agents: no agent, team or crew '" + word + "'",
                        Spelling.hint(word, known(agents, crews)));
            }
        }
        return found;
    }

    private static Set<String> known(List<AgentDefinition> agents, List<CrewTable.Crew> crews) {
        Set<String> names = new TreeSet<>();
        crews.forEach(crew -> names.add(crew.name()));
        agents.stream()
                .map(AgentDefinition::team)
                .filter(team -> !team.isEmpty())
                .forEach(names::add);
        if (names.isEmpty()) {
            agents.forEach(agent -> names.add(agent.id()));
        }
        return names;
    }
}
