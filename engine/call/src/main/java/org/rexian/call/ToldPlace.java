package org.rexian.call;

import org.rexian.ivr.FlowInput;

/**
 * What a waiting caller may be told: never a worse place or a longer wait than before in the same queue, though somebody with more
 * right may have gone ahead.
 */
final class ToldPlace {

    private static final long UNKNOWN = -1;

    private int position;
    private long ewtMillis = UNKNOWN;

    /** A new line: what was told in the last one does not count. */
    FlowInput.QueuePosition entered(int at) {
        position = at;
        ewtMillis = UNKNOWN;
        return new FlowInput.QueuePosition(position, ewtMillis);
    }

    FlowInput.QueuePosition moved(int at, long waitMillis) {
        position = position == 0 ? at : Math.min(position, at);
        if (waitMillis >= 0) {
            ewtMillis = ewtMillis == UNKNOWN ? waitMillis : Math.min(ewtMillis, waitMillis);
        }
        return new FlowInput.QueuePosition(position, ewtMillis);
    }
}
