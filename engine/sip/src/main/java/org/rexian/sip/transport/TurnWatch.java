package org.rexian.sip.transport;

import org.rexian.sip.SipCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the call loop was busy for too long, at the price of two looks at the clock a tick: a tick that took long itself,
 * or one that came late because messages and tasks before it did. A process that gets no processor looks the same, and its callers
 * hear the same. Call loop only.
 */
final class TurnWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TurnWatch.class);
    private static final long QUIET_MILLIS = 1_000;

    private final SipCounters counters;
    private final int tickMillis;
    private long endedAt;
    private long toldAt = Long.MIN_VALUE / 2;
    private int untold;

    TurnWatch(SipCounters counters, int tickMillis, long nowMillis) {
        this.counters = counters;
        this.tickMillis = tickMillis;
        this.endedAt = nowMillis;
    }

    /** A tick begins; it was due {@code tickMillis} after the end of the last one. */
    void tickBegins(long nowMillis) {
        look("messages and tasks", nowMillis - endedAt - tickMillis, nowMillis);
        endedAt = nowMillis;
    }

    /** The tick's timers have run. */
    void tickEnds(long nowMillis) {
        look("timers", nowMillis - endedAt, nowMillis);
        endedAt = nowMillis;
    }

    private void look(String with, long millis, long nowMillis) {
        if (millis <= CallLoop.SLOW_TURN_MILLIS) {
            return;
        }
        counters.slowTurns.increment();
        counters.longestTurnMillis.accumulate(millis);
        untold++;
        if (nowMillis - toldAt >= QUIET_MILLIS) { // a loop that is late must not be made later by its log
            LOG.warn(
                    "the call loop was busy with {} for {} ms ({} slow turns since the last such line)",
                    with,
                    millis,
                    untold);
            toldAt = nowMillis;
            untold = 0;
        }
    }
}
