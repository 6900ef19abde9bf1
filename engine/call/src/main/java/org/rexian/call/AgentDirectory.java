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

    private final Map<String, String> ownPhones;
    private final Set<String> agents;
    private final Map<String, String> agentByAccount = new HashMap<>();
    private final Map<String, String> deskByAgent = new HashMap<>();

    /** Every agent has an own phone. @throws IllegalArgumentException when two agents share an account */
    public AgentDirectory(Map<String, String> accountByAgent) {
        this(accountByAgent.keySet(), accountByAgent);
    }

    /**
     * @param ownPhones agent to account, for those who have one
     * @throws IllegalArgumentException when two agents share an account
     */
    public AgentDirectory(Set<String> agents, Map<String, String> ownPhones) {
        this.agents = Set.copyOf(agents);
        this.ownPhones = Map.copyOf(ownPhones);
        ownPhones.forEach((agent, account) -> {
            String other = agentByAccount.put(account, agent);
            if (other != null) {
                throw new IllegalArgumentException(
                        "agents " + other + " and " + agent + " share the account " + account);
            }
        });
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

    /** Whether nobody has this phone as the own one. */
    boolean sharedDesk(String account) {
        return !ownPhones.containsValue(account);
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
