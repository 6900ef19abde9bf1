package org.rexian.acd;

import java.util.Map;

/** What the router decided. Events of one command come in a defined order and carry that command's time. */
public sealed interface AcdEvent {

    /** Time of the command that caused the event, in milliseconds since the epoch. */
    long at();

    /** A new configuration is in force. */
    record Configured(long at, int queues, int agents) implements AcdEvent {}

    /** {@code position} counts from 1 at the head of its queue. */
    record ContactQueued(long at, long contact, String queue, int position) implements AcdEvent {}

    /** Ring this agent now. {@code reason} says in one line why this agent. */
    record AgentOffered(
            long at, long offer, long contact, String agent, String queue, long ringTimeoutMillis, String reason)
            implements AcdEvent {}

    /** Stop ringing: ring time over, caller gone, agent gone. */
    record OfferCancelled(long at, long offer, long contact, String agent, OfferEnd cause) implements AcdEvent {}

    /** Connect the two now; {@code waitMillis} since the contact entered the queue. */
    record Connected(long at, long offer, long contact, String agent, String queue, long waitMillis)
            implements AcdEvent {}

    /** Where a waiting contact stands now; {@code ewtMillis} is −1 while unknown. */
    record PositionChanged(long at, long contact, String queue, int position, long ewtMillis) implements AcdEvent {}

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
