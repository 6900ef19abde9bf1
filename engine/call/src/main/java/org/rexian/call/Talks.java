package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The talks in progress, by the agent who leads each. */
final class Talks {

    private final Map<String, Talk> byAgent = new HashMap<>();

    void add(String agent, Talk talk) {
        byAgent.put(agent, talk);
    }

    void remove(String agent, Talk talk) {
        byAgent.remove(agent, talk);
    }

    Optional<Talk> of(String agent) {
        return Optional.ofNullable(byAgent.get(agent));
    }
}
