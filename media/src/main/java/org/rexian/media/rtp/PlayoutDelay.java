package org.rexian.media.rtp;

import org.rexian.media.rtp.ReceptionStatistics.Order;

/**
 * How long after its arrival a packet is heard: long enough that packets come in time, and no longer. Too late a packet moves all
 * that follow; when for a while all were early they move back, in a pause if there is one. In samples (8 kHz) that wrap.
 */
final class PlayoutDelay {

    /** No louder than this a packet may be shortened unheard. */
    static final int QUIET = 400;

    private static final int A_MILLI = 8;
    private static final int START = 20 * A_MILLI;
    /** How early the latest packets should be. */
    private static final int TARGET = 10 * A_MILLI;
    /** Beyond this it is no jitter: the source is placed anew. */
    private static final int LIMIT = 200 * A_MILLI;
    /** What a late packet gets on top of what it needs. */
    private static final int SLACK = 5 * A_MILLI;
    /** Shortening for less is not worth it; for more it is not put off until a pause. */
    private static final int WORTH = 5 * A_MILLI;

    private static final int URGENT = 40 * A_MILLI;
    private static final int OBSERVED = 4_000 * A_MILLI;

    private boolean tied;
    private int ssrc;
    private int tiedTimestamp;
    private int tiedFrame;
    private int leastEarly;
    private int observedSince;
    private int excess;
    private int owed;

    void reset() {
        tied = false;
        owed = 0;
    }

    /** Where the packet begins on the clock. */
    int place(int source, int timestamp, int octets, boolean quiet, Order order, int now) {
        int frame = tiedFrame + (timestamp - tiedTimestamp);
        int early = frame - now;
        if (order == Order.LATE && tied && source == ssrc) {
            owed = Math.min(Math.max(owed, -early), LIMIT);
            leastEarly = Math.min(leastEarly, early);
            return frame;
        }
        if (!tied || source != ssrc || order == Order.RESTARTED || Math.abs(early) > LIMIT) {
            frame = now + START;
            ssrc = source;
            tied = true;
            observe(now);
        } else {
            frame += correction(early, octets, quiet, now);
        }
        owed = 0;
        tiedTimestamp = timestamp;
        tiedFrame = frame;
        return frame;
    }

    private int correction(int early, int octets, boolean quiet, int now) {
        int late = Math.max(owed, -early);
        if (late > 0) {
            observe(now);
            return late + SLACK;
        }
        leastEarly = Math.min(leastEarly, early);
        if (now - observedSince >= OBSERVED) {
            int found = leastEarly - TARGET;
            observe(now);
            excess = found >= WORTH ? found : 0;
        }
        if (excess >= URGENT || (excess > 0 && quiet)) {
            int back = Math.clamp(octets - JitterBuffer.BLEND, 0, Math.min(excess, early));
            excess -= back;
            leastEarly -= back;
            return -back;
        }
        return 0;
    }

    private void observe(int now) {
        leastEarly = Integer.MAX_VALUE;
        observedSince = now;
        excess = 0;
    }
}
