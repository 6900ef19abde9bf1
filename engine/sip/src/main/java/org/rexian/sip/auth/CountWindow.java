package org.rexian.sip.auth;

/** Which nonce counts were used: the highest and the 64 below it, so that requests which overtake each other on UDP pass. */
final class CountWindow {
    private long highest;
    private long used;

    boolean isNew(long count) {
        if (count > highest) {
            return true;
        }
        long back = highest - count;
        return back < Long.SIZE && (used & (1L << back)) == 0;
    }

    void mark(long count) {
        if (count > highest) {
            long step = count - highest;
            used = step < Long.SIZE ? used << step : 0;
            highest = count;
        }
        used |= 1L << (highest - count);
    }
}
