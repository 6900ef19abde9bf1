package org.rexian.acd;

import java.util.Map;

/**
 * What can happen to the router. Each command carries its own time ({@code at}, milliseconds since the epoch), because
 * the router has no clock: the same commands give the same events on any machine.
 */
public sealed interface AcdCommand {

    /** When it happened, in milliseconds since the epoch; never before the command ahead of it. */
    long at();

    /** Replaces queues, agents and skills as a whole. Waiting contacts keep their places. */
    record Configure(long at, AcdConfiguration configuration) implements AcdCommand {}

    /** The agent comes to work, not ready until {@link Ready}. */
    record SignIn(long at, String agent) implements AcdCommand {}

    /** The agent leaves; a talk in progress is finished first. */
    record SignOut(long at, String agent) implements AcdCommand {}

    /** The agent takes contacts from now on; ends wrap-up, too. */
    record Ready(long at, String agent) implements AcdCommand {}

    /** The agent takes no contacts, for example {@code break}; during a talk it takes effect after wrap-up. */
    record NotReady(long at, String agent, String reason) implements AcdCommand {}

    /** The agent's phone can, or can no longer, be rung. */
    record Reachable(long at, String agent, boolean reachable) implements AcdCommand {}

    /** A contact asks for an agent; {@code requirement} adds to the queue's own, empty for none. */
    record Enqueue(
            long at,
            long contact,
            ContactKind kind,
            String queue,
            String requirement,
            String customerClass,
            int priority,
            Map<String, String> attributes)
            implements AcdCommand {}

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

    /** The agent has finished wrap-up before its time. */
    record WrapUpEnded(long at, String agent) implements AcdCommand {}

    /** Replaces an agent's skills (name to level 1–10). */
    record SetSkills(long at, String agent, Map<String, Integer> skills) implements AcdCommand {}

    /** Moves a waiting contact up or down: priority 0–1000. */
    record SetPriority(long at, long contact, int priority) implements AcdCommand {}

    /** Time passes: fires whatever is due at {@code at}. */
    record Tick(long at) implements AcdCommand {}
}
