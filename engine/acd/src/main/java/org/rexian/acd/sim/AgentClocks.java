package org.rexian.acd.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;

/** Every agent's present state and how its time inside the window was spent. Agents are numbered as configured. */
final class AgentClocks {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final AgentState[] state;
    private final long[] since;
    private final long[] busy;
    private final long[] available;
    private final long[] answered;
    private final Window window;

    AgentClocks(List<AgentDefinition> agents, Window window) {
        this.window = window;
        for (AgentDefinition agent : agents) {
            numbers.put(agent.id(), ids.size());
            ids.add(agent.id());
        }
        state = new AgentState[ids.size()];
        Arrays.fill(state, AgentState.SIGNED_OUT);
        since = new long[ids.size()];
        busy = new long[ids.size()];
        available = new long[ids.size()];
        answered = new long[ids.size()];
    }

    int size() {
        return state.length;
    }

    int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no agent " + id + " in the configuration");
        }
        return number;
    }

    String id(int agent) {
        return ids.get(agent);
    }

    AgentState state(int agent) {
        return state[agent];
    }

    void changed(AcdEvent.AgentStateChanged change) {
        int agent = number(change.agent());
        settle(agent, change.at());
        state[agent] = change.to();
    }

    void answered(int agent, long at) {
        answered[agent] += window.holds(at) ? 1 : 0;
    }

    void close(long now) {
        for (int agent = 0; agent < state.length; agent++) {
            settle(agent, now);
        }
    }

    private void settle(int agent, long now) {
        long spent = window.overlap(since[agent], now);
        since[agent] = now;
        switch (state[agent]) {
            case RESERVED, TALKING, HELD, WRAP_UP -> {
                busy[agent] += spent;
                available[agent] += spent;
            }
            case READY -> available[agent] += spent;
            case SIGNED_OUT, NOT_READY, UNREACHABLE -> {}
        }
    }

    /** Calls answered inside the window. */
    long[] answered() {
        return answered.clone();
    }

    /** Busy ÷ (signed in, less not ready), for each agent who was there at all. */
    double[] occupancies() {
        double[] found = new double[state.length];
        int size = 0;
        for (int agent = 0; agent < state.length; agent++) {
            if (available[agent] > 0) {
                found[size++] = (double) busy[agent] / available[agent];
            }
        }
        return Arrays.copyOf(found, size);
    }
}
