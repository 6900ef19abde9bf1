package org.rexian.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** The list {@code crews} of a scenario: many equal agents in a few words. */
final class CrewTable {

    static final Key<String> NAME =
            Key.required("name", Kinds.NAME_KIND, "day", "The agents are called name-1, name-2, …");
    static final Key<Integer> COUNT = Key.required("count", Kinds.count(1, 20_000), "12", "How many they are.");
    static final Key<Optional<String>> TEAM =
            Key.of("team", Kinds.OPTIONAL_TEXT, "", "Their team; the name where empty.");
    static final Key<Integer> SKILLS = Key.map("skills", Kinds.count(1, 10), "Skill to level, 1 to 10.");
    static final Key<String> QUEUES = Key.list("queues", Kinds.NAME_KIND, "", "Queues that they serve.");

    static final Table TABLE = Table.listOf(
            "crews",
            "Agents beside those of `acd.agents` or of the site, many at a time.",
            List.of(NAME, COUNT, TEAM, SKILLS, QUEUES));

    private CrewTable() {}

    /** One crew, by its name. */
    record Crew(String name, List<AgentDefinition> agents) {}

    static List<Crew> readAll(List<Section> sections, List<String> queues) {
        List<Crew> crews = new ArrayList<>();
        for (Section section : sections) {
            String name = section.get(NAME);
            if (section.has(NAME) && crews.stream().anyMatch(crew -> crew.name().equals(name))) {
                section.problem(NAME, "name: there is another crew '" + name + "'", "give each a name of its own");
            }
            List<String> serves = section.list(QUEUES);
            for (int i = 0; i < serves.size(); i++) {
                if (!queues.contains(serves.get(i))) {
                    section.problem(
                            QUEUES,
                            i,
                            "queues: there is no queue '" + serves.get(i) + "'",
                            Spelling.hint(serves.get(i), queues));
                }
            }
            List<AgentDefinition> agents = new ArrayList<>();
            for (int i = 1; i <= section.get(COUNT); i++) {
                agents.add(new AgentDefinition(
                        name + "-" + i,
                        "",
                        section.get(TEAM).orElse(name),
                        section.map(SKILLS),
                        serves,
                        OptionalLong.empty(),
                        List.of(),
                        1));
            }
            crews.add(new Crew(name, List.copyOf(agents)));
        }
        return crews;
    }
}
