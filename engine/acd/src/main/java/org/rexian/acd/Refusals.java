package org.rexian.acd;

/**
 * What a refused offer means for the agent. Without a pause the longest-idle agent with a busy phone would be offered the
 * same contact again at once, for ever: so each refusal costs a pause that ends by itself, and the third in a row ends
 * the agent's readiness until it says otherwise. A phone that is not registered cannot be rung at all.
 */
final class Refusals {

    static final long PAUSE_MILLIS = 5000;
    static final int IN_A_ROW = 3;

    private Refusals() {}

    static void afterwards(Floor floor, AgentStates states, Agent agent, RejectCause cause) {
        agent.refusals++;
        boolean often = agent.refusals >= IN_A_ROW;
        switch (cause) {
            case UNREGISTERED -> states.become(agent, AgentState.UNREACHABLE, "phone not registered");
            case FAILED -> {
                if (often) {
                    agent.refusals = 0;
                    states.become(agent, AgentState.UNREACHABLE, "phone failed " + IN_A_ROW + " times");
                } else {
                    pause(floor, states, agent, "phone failed");
                }
            }
            case BUSY -> refused(floor, states, agent, "phone busy", often);
            case REJECTED -> refused(floor, states, agent, "offer rejected", often);
        }
    }

    private static void refused(Floor floor, AgentStates states, Agent agent, String what, boolean often) {
        if (often) {
            agent.refusals = 0;
            states.become(agent, AgentState.NOT_READY, what + ", " + IN_A_ROW + " refused in a row");
        } else {
            pause(floor, states, agent, what);
        }
    }

    private static void pause(Floor floor, AgentStates states, Agent agent, String what) {
        states.become(agent, AgentState.NOT_READY, what + ", pause");
        floor.deadlines.set(agent.timer, floor.now() + PAUSE_MILLIS);
    }
}
