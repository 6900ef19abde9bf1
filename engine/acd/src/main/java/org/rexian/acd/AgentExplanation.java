package org.rexian.acd;

import java.util.List;

/**
 * Why an agent is not offered anybody: who waits in its queues, and why not for this agent.
 *
 * @param contacts who wait in the agent's queues, those it would take first, {@value #SHOWN} at most
 * @param waitingInAll how many contacts wait in the agent's queues
 * @param reserves under which it is kept at this moment, each in words
 */
public record AgentExplanation(
        AgentView agent, List<ContactVerdict> contacts, int waitingInAll, List<String> reserves) {

    public static final int SHOWN = 50;

    /** Why the agent does not serve this contact. */
    public enum Reason {
        /** It would, were it ready. */
        SUITED,
        /** The agent is kept for others; the detail says by which reserve. */
        KEPT,
        /** The contact waits for one other agent, the detail. */
        WAITS_FOR_OTHER,
        /** The detail is what the agent does not meet. */
        UNSUITED
    }

    /** A contact that waits in one of the agent's queues, and why it is not this agent's. */
    public record ContactVerdict(long contact, String queue, Reason reason, String detail) {}
}
