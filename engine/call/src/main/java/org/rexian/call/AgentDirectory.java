package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which agent sits at which phone. An agent has an own phone, or none and signs in at shared desks; at a desk, the desk's phone
 * rings. On the call loop, save for its construction.
 */
public final class AgentDirectory {

    private Map<String, String> ownPhones = Map.of();
    private Set<String> agents = Set.of();
    private Set<String> desks = Set.of();
    private final Map<String, String> agentByAccount = new HashMap<>();
    private final Map<String, String> deskByAgent = new HashMap<>();

    /** Every agent has an own phone. @throws IllegalArgumentException when two agents share an account */
    public AgentDirectory(Map<String, String> accountByAgent) {
        this(accountByAgent.keySet(), accountByAgent, Set.of());
    }

    /**
     * @param ownPhones agent to account, for those who have one
     * @param desks accounts at which any agent may sign in
     * @throws IllegalArgumentException when two agents share an account
     */
    public AgentDirectory(Set<String> agents, Map<String, String> ownPhones, Set<String> desks) {
        take(agents, ownPhones, desks);
    }

    /** The same after a new configuration; who sits at a desk stays there. */
    void publish(AgentDirectory next) {
        take(next.agents, next.ownPhones, next.desks);
    }

    private void take(Set<String> nextAgents, Map<String, String> nextPhones, Set<String> nextDesks) {
        agents = Set.copyOf(nextAgents);
        ownPhones = Map.copyOf(nextPhones);
        desks = Set.copyOf(nextDesks);
        agentByAccount.clear();
        ownPhones.forEach((agent, account) -> {
            String other = agentByAccount.put(account, agent);
            if (other != null) {
                throw new IllegalArgumentException(
                        "agents " + other + " and " + agent + " share the account " + account);
            }
        });
        deskByAgent.forEach((agent, desk) -> agentByAccount.put(desk, agent));
    }

    /** The account to ring for an agent at present. */
    public Optional<String> account(String agent) {
        return Optional.ofNullable(deskByAgent.getOrDefault(agent, ownPhones.get(agent)));
    }

    /** The agent at an account's phone at present. */
    public Optional<String> agent(String account) {
        return Optional.ofNullable(agentByAccount.get(account));
    }

    /** Agents' own phones: agent to account. */
    public Map<String, String> accounts() {
        return ownPhones;
    }

    boolean knows(String agent) {
        return agents.contains(agent);
    }

    /** Whether any agent may sign in at this phone. */
    boolean sharedDesk(String account) {
        return desks.contains(account);
    }

    /** The agent signed in at this desk. */
    void sits(String agent, String account) {
        leaves(agent);
        deskByAgent.put(agent, account);
        agentByAccount.put(account, agent);
    }

    /** The agent signed out, wherever that was. */
    void leaves(String agent) {
        String desk = deskByAgent.remove(agent);
        if (desk != null) {
            agentByAccount.remove(desk, agent);
        }
    }
}
