package org.rexian.sip;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What the lower half of SIP counts. Written on the call loop, read by anyone at any time. */
public final class SipCounters {
    public final LongAdder requestsIn = new LongAdder();
    public final LongAdder responsesIn = new LongAdder();
    public final LongAdder requestsOut = new LongAdder();
    public final LongAdder responsesOut = new LongAdder();
    public final LongAdder keepAlivesIn = new LongAdder();
    public final LongAdder retransmissionsIn = new LongAdder();
    public final LongAdder retransmissionsOut = new LongAdder();
    public final LongAdder sendFailures = new LongAdder();
    public final LongAdder clientTransactionsBegun = new LongAdder();
    public final LongAdder clientTransactionsEnded = new LongAdder();
    public final LongAdder serverTransactionsBegun = new LongAdder();
    public final LongAdder serverTransactionsEnded = new LongAdder();
    /** Requests refused with 503 because of {@code maxTransactions}. */
    public final LongAdder overloadRefused = new LongAdder();
    /** Requests refused with 482 as merged (RFC 3261 §8.2.2.2). */
    public final LongAdder mergedRefused = new LongAdder();
    /** Responses, ACKs and the like that belong to nothing. */
    public final LongAdder strays = new LongAdder();

    public final LongAdder connectionsOpened = new LongAdder();
    public final LongAdder connectionsClosed = new LongAdder();
    /** Connections refused or cut by a bound: too many, idle, half a message for too long, a message too large. */
    public final LongAdder connectionsCut = new LongAdder();
    /** Faults of our own that the loop caught. */
    public final LongAdder faults = new LongAdder();

    /** Turns of the call loop above {@link org.rexian.sip.transport.CallLoop#SLOW_TURN_MILLIS}: every call waited. */
    public final LongAdder slowTurns = new LongAdder();
    /** The longest turn, in milliseconds; 0 while none was slow. */
    public final LongAccumulator longestTurnMillis = new LongAccumulator(Math::max, 0);

    /** What the upper half counts. */
    public final UsageCounters usage = new UsageCounters();

    private final Map<String, LongAdder> malformed = new ConcurrentHashMap<>();

    /** Counts a malformed message. {@code reason} comes from a fixed set of words, so the map stays small. */
    public void malformed(String reason) {
        malformed.computeIfAbsent(reason, word -> new LongAdder()).increment();
    }

    /** Malformed messages by reason. */
    public Map<String, Long> malformedByReason() {
        Map<String, Long> counts = new TreeMap<>();
        malformed.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    /** Transactions that live at present, of both sides. */
    public long transactionsAlive() {
        return clientTransactionsBegun.sum()
                - clientTransactionsEnded.sum()
                + serverTransactionsBegun.sum()
                - serverTransactionsEnded.sum();
    }
}
