package org.rexian.server.config;

import java.util.List;
import org.rexian.acd.sim.CallerGroup;
import org.rexian.acd.sim.RecordedCall;

/**
 * Calls that are played again.
 *
 * @param groups one for each queue, class, requirement and priority among them; they bring no callers of their own
 * @param days from the first call's midnight to the last call
 */
record RecordedCalls(List<CallerGroup> groups, List<RecordedCall> calls, int days) {

    static final RecordedCalls NONE = new RecordedCalls(List.of(), List.of(), 1);
}
