package org.rexian.acd;

import java.util.List;

/**
 * Why a contact stands where it stands: which agents could serve it and why none does, and what will change that.
 *
 * @param contact as it stands; {@link ContactView#asks} is the requirement in force
 * @param stepsTaken steps of its own requirement and of its queue's that have come
 * @param agents of its queue, those nearest to serving it first, {@value #SHOWN} at most
 * @param agentsInAll how many agents the queue has
 * @param changes what will change its lot by time, the next first; then what else would
 */
public record ContactExplanation(
        ContactView contact, int stepsTaken, List<AgentVerdict> agents, int agentsInAll, List<Change> changes) {

    public static final int SHOWN = 50;

    /** Why this agent does not serve the contact, or that it does. */
    public enum Reason {
        SERVES,
        RINGS,
        /** Ready, but kept for others; the detail says by which reserve. */
        KEPT,
        /** Would do, but rings, talks or wraps up; the detail is the state. */
        BUSY,
        /** Would do, but is not ready or the phone is not there; the detail is the reason. */
        AWAY,
        SIGNED_OUT,
        /** The detail is what the agent does not meet. */
        UNSUITED
    }

    /** {@code since} when the agent has been in its state, epoch milliseconds. */
    public record AgentVerdict(String agent, Reason reason, String detail, long since) {}

    /** What changes the contact's lot. */
    public enum What {
        /** The wait for the one agent whom it waits for ends. */
        PIN_ENDS,
        /** A step comes; the detail is what it asks for then. */
        RELAXES,
        /** A step comes once the expected wait is above the threshold in the detail. */
        RELAXES_BY_EWT,
        /** It goes on to the queue in the detail. */
        OVERFLOWS,
        /** Its longest wait is over. */
        LIMIT,
        /** It may be dialled from then on. */
        WINDOW_OPENS,
        /** It may be dialled no more. */
        WINDOW_ENDS,
        /** One of the suitable agents becomes ready; the detail says how many there are. */
        AGENT_FREED,
        /** No agent signed in could serve it as it is: somebody must sign in, or be given the skills. */
        AGENT_NEEDED
    }

    /** {@code at} epoch milliseconds, −1 if by no clock. */
    public record Change(What what, long at, String detail) {}
}
