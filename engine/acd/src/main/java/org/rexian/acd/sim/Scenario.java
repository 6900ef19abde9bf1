package org.rexian.acd.sim;

import java.util.List;

/**
 * Everything about a simulated day that is not the policy: who calls, who works, and for how long it is played. The
 * policy is an {@link org.rexian.acd.AcdConfiguration}, so that several meet the same callers.
 *
 * @param days how many days callers come
 * @param warmUpMillis callers of this first while are played, not measured
 */
public record Scenario(
        List<CallerGroup> groups,
        List<RecordedCall> replay,
        List<Shift> shifts,
        Manners manners,
        int days,
        long warmUpMillis) {

    /** When the last caller may come, in milliseconds since the first midnight. */
    public long horizonMillis() {
        return days * Rates.DAY_MILLIS;
    }
}
