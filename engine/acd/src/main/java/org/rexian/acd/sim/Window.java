package org.rexian.acd.sim;

/** What is measured: from the end of the warm-up to the horizon, in milliseconds. */
record Window(long from, long until) {

    /** How much of a span of time lies inside. */
    long overlap(long begin, long end) {
        return Math.max(0, Math.min(end, until) - Math.max(begin, from));
    }

    boolean holds(long at) {
        return at >= from && at < until;
    }

    long millis() {
        return until - from;
    }
}
