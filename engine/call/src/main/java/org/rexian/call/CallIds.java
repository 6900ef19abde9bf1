package org.rexian.call;

/**
 * Numbers for calls and contacts: ascending in time and unique across restarts, because they begin at the clock
 * (milliseconds × 1000) and never step back. They fit the 53 bits that JSON readers can hold.
 */
final class CallIds {

    private long last;

    long next(long nowMillis) {
        last = Math.max(last + 1, nowMillis * 1000);
        return last;
    }
}
