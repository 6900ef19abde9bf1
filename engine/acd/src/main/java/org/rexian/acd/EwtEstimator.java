package org.rexian.acd;

/**
 * Expected wait in one queue: position times the mean time between two services, taken over the last
 * {@value #REMEMBERED} services. Only time in which somebody waited counts, so that a quiet hour does not look like slow
 * service. Unknown before {@value #ENOUGH} services.
 */
final class EwtEstimator {

    private static final int REMEMBERED = 32;
    private static final int ENOUGH = 3;

    private final long[] servedAt = new long[REMEMBERED];
    private long services;
    private long busyMillis;
    private long busySince;
    private boolean busy;

    /** The queue got its first waiting contact, or lost its last one. */
    void waitingChanged(boolean somebodyWaits, long now) {
        if (busy && !somebodyWaits) {
            busyMillis += now - busySince;
        } else if (!busy && somebodyWaits) {
            busySince = now;
        }
        busy = somebodyWaits;
    }

    /** A contact that had to wait was connected. */
    void served(long now) {
        servedAt[(int) (services++ % REMEMBERED)] = busyAt(now);
    }

    long estimate(int position, long now) {
        if (services < ENOUGH) {
            return Contact.UNKNOWN_EWT;
        }
        // With a full memory its oldest entry is where the span begins, and does not count as a service in it.
        boolean full = services >= REMEMBERED;
        long span = busyAt(now) - (full ? servedAt[(int) (services % REMEMBERED)] : 0);
        long counted = full ? REMEMBERED - 1 : services;
        return position * span / counted;
    }

    private long busyAt(long now) {
        return busy ? busyMillis + now - busySince : busyMillis;
    }

    long digest() {
        long hash = Digest.mix(services, busyMillis);
        hash = Digest.mix(hash, busy ? busySince : -1);
        for (long at : servedAt) {
            hash = Digest.mix(hash, at);
        }
        return hash;
    }
}
