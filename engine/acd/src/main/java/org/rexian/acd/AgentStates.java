package org.rexian.acd;

/** The one place where an agent's state changes: it is timed, told, and kept in step with the index. */
final class AgentStates {

    private final Floor floor;

    AgentStates(Floor floor) {
        this.floor = floor;
    }

    /** Ends whatever timed the old state. To become READY is {@link Routing}'s, for it has consequences. */
    void become(Agent agent, AgentState to, String reason) {
        AgentState from = agent.state;
        long now = floor.now();
        floor.deadlines.cancel(agent.timer);
        if (from == AgentState.READY) {
            agent.unlist();
        }
        int signedIn = signedIn(to) - signedIn(from);
        if (signedIn != 0) {
            for (Candidate candidate : agent.candidates()) {
                candidate.requirementClass.signedIn += signedIn;
            }
        }
        agent.millisIn.add(from, now - agent.since);
        agent.since = now;
        agent.state = to;
        agent.reason = reason;
        floor.emit(new AcdEvent.AgentStateChanged(now, agent.id(), from, to, reason));
    }

    private static int signedIn(AgentState state) {
        return state == AgentState.SIGNED_OUT ? 0 : 1;
    }
}
