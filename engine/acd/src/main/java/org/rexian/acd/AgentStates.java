package org.rexian.acd;

/** The one place where an agent's state changes: it is timed, told, and kept in step with the index. */
final class AgentStates {

    private final Floor floor;
    private final Reservations reservations;

    AgentStates(Floor floor, Reservations reservations) {
        this.floor = floor;
        this.reservations = reservations;
    }

    /** Ends whatever timed the old state. To become READY is {@link Routing}'s, for it has consequences. */
    void become(Agent agent, AgentState to, String reason) {
        AgentState from = agent.state;
        long now = floor.now();
        floor.deadlines.cancel(agent.timer);
        agent.unlist();
        if (from == AgentState.READY) {
            reservations.left(agent, now);
        }
        int signedIn = signedIn(to) - signedIn(from);
        int atWork = atWork(to) - atWork(from);
        if (signedIn != 0 || atWork != 0) {
            for (RequirementClass each : agent.classes()) {
                each.signedIn(signedIn);
                each.atWork(atWork);
            }
        }
        agent.millisIn.add(from, now - agent.since);
        agent.since = now;
        agent.state = to;
        agent.reason = reason;
        floor.emit(new AcdEvent.AgentStateChanged(now, agent.id(), from, to, reason));
    }

    private static int atWork(AgentState state) {
        return Agent.isAtWork(state) ? 1 : 0;
    }

    private static int signedIn(AgentState state) {
        return state == AgentState.SIGNED_OUT ? 0 : 1;
    }
}
