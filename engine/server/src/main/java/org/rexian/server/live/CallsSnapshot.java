package org.rexian.server.live;

import java.util.List;
import java.util.Map;

/**
 * Calls at one moment; counters start with the process.
 *
 * @param active calls in progress
 * @param started calls admitted
 * @param ended INVITEs that are over, refused ones included
 * @param answered of those, how many were answered
 * @param causes ended calls by their cause
 * @param list the calls in progress that began last, oldest of them first, at most {@value #MAX_LIST}
 */
public record CallsSnapshot(
        int active, long started, long ended, long answered, Map<String, Long> causes, List<ActiveCall> list) {

    static final int MAX_LIST = 200;

    /** A call in progress; {@code from} and {@code to} are text from a stranger. */
    public record ActiveCall(long id, long startedAt, String origin, String from, String to) {}
}
