package org.rexian.acd.statistics;

import java.util.Locale;
import org.rexian.acd.AgentState;
import org.rexian.acd.OfferEnd;
import org.rexian.acd.QueueLimit;

/**
 * Everything that is counted; each adds up over intervals and names, save {@link #LONGEST_WAIT_MILLIS}. An event counts in the
 * interval in which it happened; times in milliseconds are cut exactly at the intervals' borders, save waits, which count when
 * they end. {@link Figures} has what is derived.
 *
 * <p>A contact is <em>inbound</em> while a customer waits on the line (voice, chat), <em>dialled</em> while its customer is to be
 * called (callback, outbound), or a <em>consult</em> among agents. What {@link Figures#offered} counts and the service level
 * divides is inbound alone.
 *
 * <p>Always, for each queue, tier, skill and the site, over all intervals up to now:
 *
 * <pre>
 * ARRIVED + OVERFLOWED_IN + TRANSFERRED_IN + REQUEUED
 *   = ANSWERED + ABANDONED + SHORT_ABANDONED + LEFT_QUEUE + LIMIT_… + OVERFLOWED_OUT + CALLBACKS_REQUESTED + REMOVED + LOST + present
 * CALLBACKS_REQUESTED + DIALLED_ARRIVED + DIALLED_IN
 *   = REACHED + CALLBACKS_FAILED + CALLBACKS_EXPIRED + DIALLED_OUT + DIALLED_GONE + present
 * HANDLED = COMPLETED + TRANSFERRED_OUT + REQUEUED + TALKS_LOST + talking
 * </pre>
 */
public enum Measure {
    /** Inbound contacts that asked for an agent here first; summed over queues, the contacts of the site. */
    ARRIVED,
    /** Came here from another queue by a rule. */
    OVERFLOWED_IN,
    /** Were sent here by an agent. */
    TRANSFERRED_IN,
    /** Stand here again since their agent was lost in mid-talk. */
    REQUEUED,

    /** Inbound contacts that were connected to an agent. */
    ANSWERED,
    /** Of those, after no more than the threshold: the tier's target, or the queue's where the tier has none. */
    ANSWERED_IN_TIME,
    /** Callers who hung up before an agent answered, short ones left out. */
    ABANDONED,
    /** Of those, after no more than the threshold. */
    ABANDONED_IN_TIME,
    /** Callers who hung up sooner than {@link StatisticsRules#shortAbandonMillis}. */
    SHORT_ABANDONED,
    /** Were taken out by the flow (exit key, its own wait limit). */
    LEFT_QUEUE,
    /** Limit exits, by limit. */
    LIMIT_FULL,
    LIMIT_MAX_WAIT,
    LIMIT_NO_AGENTS,
    LIMIT_CLOSED,
    /** Went on to another queue by a rule. */
    OVERFLOWED_OUT,
    /** Hung up and asked to be called back; from here on they count as dialled. */
    CALLBACKS_REQUESTED,
    /** Ended because their queue was taken out of the configuration. */
    REMOVED,
    /** Ended by a restart of the engine while they waited. */
    LOST,

    /** Callback and outbound contacts that were given to the router as such. */
    DIALLED_ARRIVED,
    /** Dialled contacts that overflowed into this queue. */
    DIALLED_IN,
    /** Dialled contacts that overflowed out of this queue. */
    DIALLED_OUT,
    /** Attempts to dial a customer. */
    DIALS,
    /** Dialled customers who were connected to an agent. */
    REACHED,
    /** Dialled in vain to the end. */
    CALLBACKS_FAILED,
    /** Their time was over before they could be reached. */
    CALLBACKS_EXPIRED,
    /** Dialled contacts that ended otherwise before they were reached. */
    DIALLED_GONE,

    /** Agents who asked another one. */
    CONSULTS,
    CONSULTS_ANSWERED,
    /** Consults that ended without an answer. */
    CONSULTS_GONE,

    /** Talks begun: answered and reached; for agents and teams, talks taken over, too. */
    HANDLED,
    /** Talks that ended as talks do. */
    COMPLETED,
    /** Talks that the agent sent on to a queue. */
    TRANSFERRED_OUT,
    /** Talks that went on with another agent; counted for the one who took over. */
    TAKEN_OVER,
    /** Talks that a restart of the engine ended. */
    TALKS_LOST,

    /** Offers made; what became of those that did not lead to a talk follows. */
    OFFERS,
    OFFERS_RING_NO_ANSWER,
    OFFERS_BUSY,
    OFFERS_REJECTED,
    OFFERS_UNREGISTERED,
    OFFERS_FAILED,
    OFFERS_CALLER_GONE,
    OFFERS_AGENT_GONE,
    OFFERS_LEFT_QUEUE,
    OFFERS_ANSWERED_ELSEWHERE,

    /** Waits of the ANSWERED. */
    WAIT_ANSWERED_MILLIS,
    /** Waits of the ABANDONED. */
    WAIT_ABANDONED_MILLIS,
    /** The longest wait of anybody who was answered or hung up; the highest counts, not the sum. */
    LONGEST_WAIT_MILLIS,
    /** Agents' phones rang for its contacts. */
    RING_MILLIS,
    /** Talks of inbound and dialled contacts, without hold. */
    TALK_MILLIS,
    HOLD_MILLIS,
    /** Agents' wrap-up, for the contact that they talked to last. */
    WRAP_UP_MILLIS,
    /** Talks of consults. */
    CONSULT_MILLIS,

    /** Agents' time in each state but SIGNED_OUT, for site, team and agent. */
    NOT_READY_STATE_MILLIS,
    READY_STATE_MILLIS,
    RESERVED_STATE_MILLIS,
    TALKING_STATE_MILLIS,
    HELD_STATE_MILLIS,
    WRAP_UP_STATE_MILLIS,
    UNREACHABLE_STATE_MILLIS;

    static final int COUNT = values().length;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in lower case with underscores, as columns are called. */
    public String key() {
        return key;
    }

    /** Agents' time in a state, which queues don't have. */
    public boolean isState() {
        return compareTo(NOT_READY_STATE_MILLIS) >= 0;
    }

    /** Its place in an array of all, which lives no longer than the process. */
    @SuppressWarnings("EnumOrdinal") // an array instead of a map: this is counted some twenty times a call
    int place() {
        return ordinal();
    }

    /** Of two values of one measure, the value of both together. */
    long merge(long one, long other) {
        return this == LONGEST_WAIT_MILLIS ? Math.max(one, other) : one + other;
    }

    static Measure of(QueueLimit limit) {
        return switch (limit) {
            case FULL -> LIMIT_FULL;
            case MAX_WAIT -> LIMIT_MAX_WAIT;
            case NO_AGENTS -> LIMIT_NO_AGENTS;
            case CLOSED -> LIMIT_CLOSED;
        };
    }

    static Measure of(OfferEnd end) {
        return switch (end) {
            case RING_NO_ANSWER -> OFFERS_RING_NO_ANSWER;
            case BUSY -> OFFERS_BUSY;
            case REJECTED -> OFFERS_REJECTED;
            case UNREGISTERED -> OFFERS_UNREGISTERED;
            case FAILED -> OFFERS_FAILED;
            case CALLER_GONE -> OFFERS_CALLER_GONE;
            case AGENT_GONE -> OFFERS_AGENT_GONE;
            case LEFT_QUEUE -> OFFERS_LEFT_QUEUE;
            case ANSWERED_ELSEWHERE -> OFFERS_ANSWERED_ELSEWHERE;
        };
    }

    /** The time in a state; not for SIGNED_OUT. */
    static Measure of(AgentState state) {
        return switch (state) {
            case NOT_READY -> NOT_READY_STATE_MILLIS;
            case READY -> READY_STATE_MILLIS;
            case RESERVED -> RESERVED_STATE_MILLIS;
            case TALKING -> TALKING_STATE_MILLIS;
            case HELD -> HELD_STATE_MILLIS;
            case WRAP_UP -> WRAP_UP_STATE_MILLIS;
            case UNREACHABLE -> UNREACHABLE_STATE_MILLIS;
            case SIGNED_OUT -> throw new IllegalArgumentException("nobody's time is counted who is signed out");
        };
    }
}
