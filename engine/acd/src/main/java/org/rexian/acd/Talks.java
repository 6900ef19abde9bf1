package org.rexian.acd;

/** Hold, the end of a talk, and wrap-up. */
final class Talks {

    private final Floor floor;
    private final AgentStates states;
    private final Shifts shifts;

    Talks(Floor floor, AgentStates states, Shifts shifts) {
        this.floor = floor;
        this.states = states;
        this.shifts = shifts;
    }

    void hold(Contact contact, boolean held) {
        contact.stage = held ? ContactStage.HELD : ContactStage.TALKING;
        AgentState to = held ? AgentState.HELD : AgentState.TALKING;
        states.become(contact.agent(), to, "contact " + contact.id);
    }

    /** The contact is complete; the agent wraps up for as long as the queue gives, 0 for not at all. */
    void ended(Contact contact, EndedBy by) {
        Agent agent = contact.agent();
        agent.hangUp();
        floor.end(contact, ContactEnd.COMPLETED);
        long wrapUpMillis = contact.queue.definition().wrapUpMillis();
        if (wrapUpMillis > 0) {
            states.become(agent, AgentState.WRAP_UP, endedBy(by));
            floor.deadlines.set(agent.timer, floor.now() + wrapUpMillis);
        } else {
            shifts.afterWork(agent, endedBy(by));
        }
    }

    private static String endedBy(EndedBy by) {
        return switch (by) {
            case CALLER -> "ended by caller";
            case AGENT -> "ended by agent";
            case SYSTEM -> "ended by system";
            case TRANSFER -> "transferred";
        };
    }
}
