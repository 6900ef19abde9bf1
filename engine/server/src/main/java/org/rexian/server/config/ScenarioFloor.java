package org.rexian.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.ConfigurationCheck;
import org.rexian.acd.QueueDefinition;

/**
 * Queues, agents and rules of a scenario: those of the site that it names, or its own, with its crews.
 *
 * @param known false where the site can't be read: nothing that refers to the floor can be judged
 */
record ScenarioFloor(AcdConfiguration configuration, List<CrewTable.Crew> crews, boolean known) {

    /** Stands for an environment variable that is not set: a site's secrets are not needed to play it. */
    private static final String NO_SECRET = "unset-in-simulation";

    static final Key<Optional<Path>> SITE = Key.of(
            "site",
            Kinds.optional(Kinds.PATH),
            "",
            "A rexian.yaml whose queues, agents and rules are played, in place of `acd`.");

    static ScenarioFloor read(Section file) {
        Optional<Path> site = file.get(SITE);
        if (site.isPresent() && file.has(AcdSetup.TABLE)) {
            file.problem(SITE, "site and acd say the same thing", "keep one of them; crews may be added to either");
        }
        Section acd = file.section(AcdSetup.TABLE);
        Optional<AcdConfiguration> read =
                site.isPresent() ? ofSite(file, file.resolve(site.get())) : Optional.of(own(acd));
        if (read.isEmpty()) {
            return new ScenarioFloor(new AcdConfiguration(List.of(), List.of()), List.of(), false);
        }
        AcdConfiguration base = read.get();
        List<CrewTable.Crew> crews = CrewTable.readAll(
                file.sections(CrewTable.TABLE),
                base.queues().stream().map(QueueDefinition::name).toList());
        List<AgentDefinition> agents = new ArrayList<>(base.agents());
        crews.forEach(crew -> agents.addAll(crew.agents()));
        AcdConfiguration whole = new AcdConfiguration(base.queues(), List.copyOf(agents), base.rules());
        if (site.isEmpty()) {
            report(acd, whole, crews);
        }
        return new ScenarioFloor(whole, crews, true);
    }

    /** A crew's own mistakes were told where the crew stands, not for each of its agents. */
    private static void report(Section acd, AcdConfiguration floor, List<CrewTable.Crew> crews) {
        Set<String> told = new HashSet<>(Set.of("queue " + AcdSetup.DIRECT));
        crews.forEach(crew -> crew.agents().forEach(agent -> told.add("agent " + agent.id())));
        ConfigurationCheck.problemsOf(floor).stream()
                .filter(problem -> !told.contains(problem.where()))
                .forEach(acd::report);
    }

    /** Phones are not rung here: whatever account an agent names is there. */
    private static AcdConfiguration own(Section acd) {
        List<Section> agents = acd.sections(AgentTable.TABLE);
        List<String> phones = agents.stream()
                .map(agent -> agent.get(AgentTable.PHONE).orElseGet(() -> agent.get(AgentTable.ID)))
                .toList();
        List<QueueDefinition> queues = new ArrayList<>(QueueTable.readAll(acd.sections(QueueTable.TABLE)));
        queues.add(AcdSetup.direct());
        return new AcdConfiguration(
                List.copyOf(queues),
                AgentTable.readAll(agents, phones).definitions(),
                RoutingTable.read(acd.section(RoutingTable.TABLE)));
    }

    private static Optional<AcdConfiguration> ofSite(Section file, Path site) {
        return switch (ConfigurationFile.load(site, ScenarioFloor::variable)) {
            case ConfigurationFile.Outcome.Loaded(Configuration configuration, List<Problem> _) ->
                Optional.of(configuration.acd().configuration());
            case ConfigurationFile.Outcome.Refused(List<Problem> problems) -> {
                problems.forEach(problem -> file.problem(SITE, "site: " + problem, ""));
                yield Optional.empty();
            }
        };
    }

    private static String variable(@Nullable String name) {
        String value = name == null ? null : System.getenv(name);
        return value == null ? NO_SECRET : value;
    }
}
