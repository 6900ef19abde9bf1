package org.rexian.acd.statistics;

/** From when a caller's wait counts. */
public enum ClockStart {
    /** From the entry into the present queue: each queue answers for its own. */
    QUEUE_ENTRY,
    /** From the request for an agent: an overflow does not stop the clock. A transfer and a lost agent begin a new request. */
    REQUEST
}
