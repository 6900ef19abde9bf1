package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;

/**
 * Who is there, and where. Shared desks are phones that are nobody's own, where an agent sits down by signing in with the own number. The router decides; the
 * seat is taken when it says that the agent is signed in, and free when the agent signs out.
 */
final class Desks {

    private final CallCenter center;
    private final Map<String, String> deskByComingAgent = new HashMap<>();
    private final Map<String, AgentState> states = new HashMap<>();

    Desks(CallCenter center) {
        this.center = center;
    }

    /** The agent's sign-in at this phone is on its way to the router. */
    void comes(String agent, String account) {
        deskByComingAgent.put(agent, account);
    }

    /** The router refused that sign-in. */
    void staysAway(String agent) {
        deskByComingAgent.remove(agent);
    }

    /** Whether somebody may be sent to this agent: not while signed out, away or unreachable. Yes where nothing is known. */
    boolean atWork(String agent) {
        return switch (states.getOrDefault(agent, AgentState.READY)) {
            case SIGNED_OUT, NOT_READY, UNREACHABLE -> false;
            case READY, RESERVED, TALKING, HELD, WRAP_UP -> true;
        };
    }

    void onStateChanged(AcdEvent.AgentStateChanged changed) {
        String agent = changed.agent();
        states.put(agent, changed.to());
        if (changed.to() == AgentState.SIGNED_OUT) {
            center.agents().leaves(agent);
        } else if (changed.from() == AgentState.SIGNED_OUT) {
            String account = deskByComingAgent.remove(agent);
            if (account != null) {
                sits(agent, account);
            }
        }
    }

    /** The router knows the agent to be at this desk. */
    void sits(String agent, String account) {
        center.agents().sits(agent, account);
        boolean there = center.sip().registrar().reachable(account);
        center.acd().send(new AcdCommand.Reachable(center.loop().now(), agent, there));
    }
}
