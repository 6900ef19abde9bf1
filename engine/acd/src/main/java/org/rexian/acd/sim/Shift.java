package org.rexian.acd.sim;

import java.util.List;

/**
 * When an agent works, the same on each day: milliseconds since midnight, {@code until} after {@code from}, which may
 * reach into the next day. A talk that runs over is finished.
 */
public record Shift(String agent, long from, long until, List<Break> breaks) {

    /** A pause within the shift, with the reason that the agent gives. */
    public record Break(long from, long until, String reason) {}

    /** Without end: from the first moment of the simulation to the last. */
    public static Shift always(String agent) {
        return new Shift(agent, 0, Spread.FOREVER, List.of());
    }
}
