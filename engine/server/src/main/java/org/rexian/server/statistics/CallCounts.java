package org.rexian.server.statistics;

import java.util.OptionalDouble;

/**
 * Calls that a flow took, from the call records, by the time of their beginning.
 *
 * @param answered that talked to an agent
 * @param selfServed that did not, and whose flow said {@code self-service} of them
 */
public record CallCounts(long calls, long answered, long selfServed) {

    public static final CallCounts NONE = new CallCounts(0, 0, 0);

    public CallCounts plus(CallCounts other) {
        return new CallCounts(calls + other.calls, answered + other.answered, selfServed + other.selfServed);
    }

    /** 总接通率: (answered + completed in self-service) ÷ all calls; empty without calls. */
    public OptionalDouble totalAnswerRate() {
        return calls == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (answered + selfServed) / calls);
    }
}
