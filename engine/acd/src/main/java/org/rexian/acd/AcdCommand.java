package org.rexian.acd;

import java.util.Map;
import java.util.Optional;

/**
 * What can happen to the router. Each command carries its own time ({@code at}, milliseconds since the epoch), because
 * the router has no clock: the same commands give the same events on any machine.
 */
public sealed interface AcdCommand {

    /** When it happened, in milliseconds since the epoch; never before the command ahead of it. */
    long at();

    /** Replaces queues, agents and skills as a whole. Waiting contacts keep their places. */
    record Configure(long at, AcdConfiguration configuration) implements AcdCommand {}

    /**
     * The agent comes to work, not ready until {@link Ready}. {@code desk} is the SIP account that rings for it until it
     * signs out, empty for its own phone; a desk serves one agent at a time.
     */
    record SignIn(long at, String agent, String desk) implements AcdCommand {

        /** At the agent's own phone. */
        public SignIn(long at, String agent) {
            this(at, agent, "");
        }
    }

    /** The agent leaves; a talk in progress is finished first. */
    record SignOut(long at, String agent) implements AcdCommand {}

    /** The agent takes contacts from now on; ends wrap-up, too. */
    record Ready(long at, String agent) implements AcdCommand {}

    /** The agent takes no contacts, for example {@code break}; during a talk it takes effect after wrap-up. */
    record NotReady(long at, String agent, String reason) implements AcdCommand {}

    /** The agent's phone can, or can no longer, be rung. */
    record Reachable(long at, String agent, boolean reachable) implements AcdCommand {}

    /** A contact asks for an agent; {@code requirement} adds to the queue's own (see {@link RequirementPlan}), empty for none. */
    record Enqueue(
            long at,
            long contact,
            ContactKind kind,
            String queue,
            String requirement,
            String customerClass,
            int priority,
            Map<String, String> attributes,
            Standing standing)
            implements AcdCommand {

        /** A contact that brings nothing along. */
        public Enqueue(
                long at,
                long contact,
                ContactKind kind,
                String queue,
                String requirement,
                String customerClass,
                int priority,
                Map<String, String> attributes) {
            this(at, contact, kind, queue, requirement, customerClass, priority, attributes, Standing.NONE);
        }
    }

    /** The caller hung up, wherever the contact stands. */
    record Abandon(long at, long contact) implements AcdCommand {}

    /** The flow took the caller out of the queue (exit key, own wait limit). */
    record LeaveQueue(long at, long contact, String reason) implements AcdCommand {}

    /** The agent's phone answered the offer. */
    record OfferAccepted(long at, long offer) implements AcdCommand {}

    /** The agent's phone refused the offer or could not be rung. */
    record OfferRejected(long at, long offer, RejectCause cause) implements AcdCommand {}

    /** One side put the talk on hold, or took it back. */
    record Hold(long at, long contact, boolean held) implements AcdCommand {}

    /** The talk is over; the agent goes into wrap-up. */
    record TalkEnded(long at, long contact, EndedBy by) implements AcdCommand {}

    /**
     * The agent sends its contact on to a queue (or, by {@code wish}, to one agent of it) and goes into wrap-up. The same
     * contact waits again, from now on, with {@code ageCreditMillis} of waiting already done.
     */
    record Transfer(
            long at, long contact, String queue, String requirement, long ageCreditMillis, Optional<AgentWish> wish)
            implements AcdCommand {}

    /** The agent's phone died in mid-talk: the contact goes back to the head of its queue. */
    record Requeue(long at, long contact, String reason) implements AcdCommand {}

    /** Attended transfer: the agent who talks in {@code consult} takes over {@code contact}; the consult is over. */
    record CompleteTransfer(long at, long contact, long consult) implements AcdCommand {}

    /** A supervisor who is free takes a talk over from its agent. */
    record TakeOver(long at, long contact, String agent) implements AcdCommand {}

    /** After a restart: the contact's call is gone. */
    record CallLost(long at, long contact) implements AcdCommand {}

    /** A waiting caller hangs up and keeps the place: the customer is dialled when an agent has accepted. */
    record RequestCallback(long at, long contact, Dialling dialling) implements AcdCommand {}

    /** What became of dialling the customer of a callback or outbound contact. */
    record CallbackResult(long at, long contact, DialResult result) implements AcdCommand {}

    /** The agent has finished wrap-up before its time. */
    record WrapUpEnded(long at, String agent) implements AcdCommand {}

    /** The agent needs longer: wrap-up ends {@code millis} later than it would have. */
    record ExtendWrapUp(long at, String agent, long millis) implements AcdCommand {}

    /** The queue takes contacts again. */
    record OpenQueue(long at, String queue) implements AcdCommand {}

    /** The queue takes no more contacts; {@code sendAway} ends those who wait, too. */
    record CloseQueue(long at, String queue, boolean sendAway) implements AcdCommand {}

    /** Replaces an agent's skills (name to level 1–10). */
    record SetSkills(long at, String agent, Map<String, Integer> skills) implements AcdCommand {}

    /** Moves a waiting contact up or down: priority 0–1000. */
    record SetPriority(long at, long contact, int priority) implements AcdCommand {}

    /** Time passes: fires whatever is due at {@code at}. */
    record Tick(long at) implements AcdCommand {}
}
