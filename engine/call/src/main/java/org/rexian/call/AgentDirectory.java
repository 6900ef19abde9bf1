package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which agent sits at which phone: agent's id to the SIP account that rings for it, and back. */
public final class AgentDirectory {

    private final Map<String, String> accountByAgent;
    private final Map<String, String> agentByAccount = new HashMap<>();

    /** @throws IllegalArgumentException when two agents share an account */
    public AgentDirectory(Map<String, String> accountByAgent) {
        this.accountByAgent = Map.copyOf(accountByAgent);
        accountByAgent.forEach((agent, account) -> {
            String other = agentByAccount.put(account, agent);
            if (other != null) {
                throw new IllegalArgumentException(
                        "agents " + other + " and " + agent + " share the account " + account);
            }
        });
    }

    /** The account to ring for an agent. */
    public Optional<String> account(String agent) {
        return Optional.ofNullable(accountByAgent.get(agent));
    }

    /** The agent at an account's phone. */
    public Optional<String> agent(String account) {
        return Optional.ofNullable(agentByAccount.get(account));
    }

    /** Agent's id to account. */
    public Map<String, String> accounts() {
        return accountByAgent;
    }
}
