package org.rexian.acd;

/** Hold, the end of a talk, and wrap-up. */
final class Talks {

    private final Floor floor;
    private final AgentStates states;
    private final Shifts shifts;
    private final Routing routing;

    Talks(Floor floor, AgentStates states, Shifts shifts, Routing routing) {
        this.floor = floor;
        this.states = states;
        this.shifts = shifts;
        this.routing = routing;
    }

    void hold(Contact contact, boolean held) {
        contact.stage = held ? ContactStage.HELD : ContactStage.TALKING;
        Agent agent = contact.agent();
        if (agent.talks.size() == 1) {
            states.become(agent, held ? AgentState.HELD : AgentState.TALKING, "contact " + contact.id);
        }
    }

    /** The contact is complete; the agent wraps up. */
    void ended(Contact contact, EndedBy by) {
        ended(contact, ContactEnd.COMPLETED, endedBy(by));
    }

    void ended(Contact contact, ContactEnd end, String reason) {
        Agent agent = leave(contact);
        floor.end(contact, end);
        wrapUp(agent, contact.queue, reason);
    }

    /** The two part; where the contact goes and what the agent does next is the caller's affair. */
    Agent leave(Contact contact) {
        Agent agent = contact.agent();
        if (contact.isTalking()) {
            contact.queue.ewt.handled(floor.now() - contact.talkingSince);
            floor.lastTalks.talked(contact.customer, agent.id(), floor.now());
        }
        agent.hangUp(contact);
        agent.unlist(); // not to be offered the very chat that it has just sent on
        return agent;
    }

    /** For as long as the agent itself or the queue gives, 0 for not at all; an agent with chats left goes on with them. */
    void wrapUp(Agent agent, CallQueue queue, String reason) {
        if (!agent.talks.isEmpty()) {
            routing.offerChatTo(agent);
            return;
        }
        if (agent.isRung()) { // the last of its chats ended while the next one rings
            long ringsUntil = agent.timer.major;
            states.become(agent, AgentState.RESERVED, "offer " + agent.offer().id);
            floor.deadlines.set(agent.timer, ringsUntil);
            return;
        }
        long wrapUpMillis = agent.wrapUpMillis(queue.definition().wrapUpMillis());
        if (wrapUpMillis > 0) {
            states.become(agent, AgentState.WRAP_UP, reason);
            floor.deadlines.set(agent.timer, floor.now() + wrapUpMillis);
        } else {
            shifts.afterWork(agent, reason);
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
