package org.rexian.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;

/** Who may listen to whom: an agent supervises teams. Immutable. */
public final class Rights {

    /** Nobody supervises anybody. */
    public static final Rights NONE = new Rights(Map.of(), Map.of());

    private final Map<String, Set<String>> teamsBySupervisor;
    private final Map<String, String> teamByAgent;

    private Rights(Map<String, Set<String>> teamsBySupervisor, Map<String, String> teamByAgent) {
        this.teamsBySupervisor = Map.copyOf(teamsBySupervisor);
        this.teamByAgent = Map.copyOf(teamByAgent);
    }

    /** As the agents' definitions say. */
    public static Rights of(AcdConfiguration configuration) {
        return of(configuration.agents());
    }

    static Rights of(List<AgentDefinition> agents) {
        Map<String, Set<String>> supervised = new HashMap<>();
        Map<String, String> teams = new HashMap<>();
        for (AgentDefinition agent : agents) {
            teams.put(agent.id(), agent.team());
            if (!agent.supervises().isEmpty()) {
                supervised.put(agent.id(), Set.copyOf(agent.supervises()));
            }
        }
        return new Rights(supervised, teams);
    }

    /** Whether one may listen to, coach, join and take over the other's talks. */
    boolean supervises(String supervisor, String agent) {
        String team = teamByAgent.getOrDefault(agent, "");
        return !supervisor.equals(agent)
                && teamsBySupervisor.getOrDefault(supervisor, Set.of()).contains(team);
    }

    /** Whether somebody is supervisor of any team, and so may open and close queues. */
    boolean supervisor(String agent) {
        return teamsBySupervisor.containsKey(agent);
    }
}
