package org.rexian.acd;

import java.util.Map;

/** What the router decided. Events of one command come in a defined order and carry that command's time. */
public sealed interface AcdEvent {

    /** Time of the command that caused the event, in milliseconds since the epoch. */
    long at();

    /** A new configuration is in force. */
    record Configured(long at, int queues, int agents) implements AcdEvent {}

    /**
     * The contact asks for an agent of this queue; {@code position} counts from 1 at its head. Comes again when the contact
     * is transferred or overflows into another queue.
     */
    record ContactQueued(
            long at,
            long contact,
            ContactKind kind,
            String queue,
            String requirement,
            String customerClass,
            int position)
            implements AcdEvent {}

    /** Ring this agent now. {@code reason} says in one line why this agent and this contact. */
    record AgentOffered(
            long at,
            long offer,
            long contact,
            ContactKind kind,
            String agent,
            String queue,
            long ringTimeoutMillis,
            String reason,
            Map<String, String> attributes)
            implements AcdEvent {}

    /** Stop ringing: ring time over, caller gone, agent gone. */
    record OfferCancelled(long at, long offer, long contact, String agent, OfferEnd cause) implements AcdEvent {}

    /** Connect the two now; {@code waitMillis} since the contact entered the queue. */
    record Connected(long at, long offer, long contact, String agent, String queue, long waitMillis)
            implements AcdEvent {}

    /**
     * Where a waiting contact stands now. The expected wait lies between {@code ewtLowMillis} and {@code ewtHighMillis} four
     * times out of five; all three are −1 while unknown.
     */
    record PositionChanged(
            long at, long contact, String queue, int position, long ewtMillis, long ewtLowMillis, long ewtHighMillis)
            implements AcdEvent {}

    /** From now on the contact asks for this much only; {@code step} counts from 1. */
    record RequirementRelaxed(long at, long contact, String queue, int step, String requirement, String reason)
            implements AcdEvent {}

    /** The contact went on to another queue by a rule of its own; {@link ContactQueued} follows. */
    record Overflowed(long at, long contact, String from, String to, String reason) implements AcdEvent {}

    /** The agent sent its contact on; {@link ContactQueued} follows. */
    record Transferred(long at, long contact, String agent, String from, String to) implements AcdEvent {}

    /** The agent is gone from the talk and the contact stands at the head of its queue again. */
    record Requeued(long at, long contact, String agent, String queue, String reason) implements AcdEvent {}

    /** The talk goes on with another agent. */
    record TakenOver(long at, long contact, String from, String to, String queue, String reason) implements AcdEvent {}

    /** The contact keeps its place; its customer is dialled when an agent has accepted. */
    record CallbackRequested(long at, long contact, String queue, Dialling dialling) implements AcdEvent {}

    /** The agent has accepted: dial the customer now; answer with {@link AcdCommand.CallbackResult}. */
    record DialCustomer(long at, long contact, String agent, String queue, String number, int attempt)
            implements AcdEvent {}

    /** The customer was not reached; {@code retryAt} is when the contact may be offered again, −1 for never. */
    record DialFailed(long at, long contact, String agent, String queue, DialResult result, int attempt, long retryAt)
            implements AcdEvent {}

    /** The queue opened or closed. */
    record QueueOpenChanged(long at, String queue, boolean open) implements AcdEvent {}

    /** The contact left the queue by one of its limits; the flow takes the exit of that name. */
    record LimitReached(long at, long contact, String queue, QueueLimit limit) implements AcdEvent {}

    /** An agent went from one state to another, and why. */
    record AgentStateChanged(long at, String agent, AgentState from, AgentState to, String reason)
            implements AcdEvent {}

    /** A contact is over, once and for all. */
    record ContactEnded(long at, long contact, String queue, ContactEnd cause, Map<String, String> attributes)
            implements AcdEvent {}

    /** The command did not fit the state and changed nothing. */
    record CommandRejected(long at, AcdCommand command, String reason) implements AcdEvent {}
}
