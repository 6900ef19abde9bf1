package org.rexian.acd;

/**
 * Expected wait in one queue. Two ways to be held up, the longer one counts: by the queue as a whole, which serves one
 * contact each so often (measured over its last {@value #REMEMBERED} services, while somebody waited whom any of its agents
 * could have served); and by the few agents who can serve the contact's own class, each of whom is taken for a talk and a
 * wrap-up. Contacts ahead who give up shorten both: with mean patience θ and services at rate μ the n-th in line waits
 * θ·ln(1 + n ÷ (μ·θ)).
 */
final class EwtEstimator {

    static final int REMEMBERED = 32;
    private static final int ENOUGH = 3;
    private static final int HANDLING_WEIGHT = 8;

    /** Four waits in five lie this many standard deviations around the mean. */
    private static final double EIGHTY_PERCENT = 1.28;

    /** Expected wait in milliseconds and the interval in which it lies four times out of five. */
    record Estimate(long millis, long low, long high) {

        static final Estimate UNKNOWN = new Estimate(Contact.UNKNOWN_EWT, Contact.UNKNOWN_EWT, Contact.UNKNOWN_EWT);

        boolean isKnown() {
            return millis >= 0;
        }

        /** No more than what the caller heard before. */
        Estimate cappedAt(long told) {
            return millis <= told ? this : new Estimate(told, Math.min(low, told), high);
        }
    }

    final long[] servedAt = new long[REMEMBERED];
    long services;
    long busyMillis;
    long changedAt;
    int waiting;
    int waitingForAnyone;
    double waitedMillis;
    long abandonments;
    long handled;
    long handlingMillis;

    /** Somebody joined the line ({@code change} 1) or left it (−1); {@code anyone}: every agent of the queue would do. */
    void waitingChanged(int change, boolean anyone, long now) {
        busyMillis = busyAt(now);
        waitedMillis += (double) waiting * (now - changedAt);
        changedAt = now;
        waiting += change;
        waitingForAnyone += anyone ? change : 0;
    }

    /** A contact that had to wait was connected. */
    void served(boolean anyone, long now) {
        if (anyone || waitingForAnyone > 0) {
            servedAt[(int) (services++ % REMEMBERED)] = busyAt(now);
        }
    }

    void abandoned() {
        abandonments++;
    }

    /** A talk of this length is over. */
    void handled(long talkMillis) {
        handled++;
        handlingMillis += (talkMillis - handlingMillis) / (handled == 1 ? 1 : HANDLING_WEIGHT);
    }

    /** For the contact at {@code position}, from now. */
    Estimate estimate(int position, RequirementClass of, long now) {
        boolean fewAgents = of.atWork() < of.queue.everyone().atWork();
        if (of.atWork() == 0 || (services < ENOUGH && !(fewAgents && handled >= ENOUGH))) {
            return Estimate.UNKNOWN;
        }
        // With a full memory its oldest entry is where the span begins, and does not count as a service in it.
        boolean full = services >= REMEMBERED;
        long span = busyAt(now) - (full ? servedAt[(int) (services % REMEMBERED)] : 0);
        long counted = full ? REMEMBERED - 1 : services;
        double wait = services < ENOUGH ? 0 : wait(position, (double) counted / Math.max(1, span));
        int sameClass = of.waiting.size();
        if (handled >= ENOUGH && fewAgents) {
            long cycle = handlingMillis + of.queue.definition().wrapUpMillis();
            double ahead = Math.max(1, (double) position * sameClass / Math.max(1, waiting));
            wait = Math.max(wait, wait(ahead, (double) of.atWork() / Math.max(1, cycle)));
        }
        // Each service on the way is as uncertain as it is long, and so is the rate that was measured.
        double spread = EIGHTY_PERCENT * wait * StrictMath.sqrt(1.0 / position + 1.0 / Math.max(1, counted));
        return new Estimate((long) wait, (long) Math.max(0, wait - spread), (long) (wait + spread));
    }

    private double wait(double position, double rate) {
        if (abandonments < ENOUGH) {
            return position / rate;
        }
        double patience = waitedMillis / abandonments;
        return patience * StrictMath.log1p(position / (rate * patience));
    }

    private long busyAt(long now) {
        return waitingForAnyone > 0 ? busyMillis + now - changedAt : busyMillis;
    }

    long digest() {
        long hash = Digest.mix(services, busyMillis);
        hash = Digest.mix(hash, new long[] {
            changedAt,
            waiting,
            waitingForAnyone,
            Double.doubleToLongBits(waitedMillis),
            abandonments,
            handled,
            handlingMillis
        });
        for (long at : servedAt) {
            hash = Digest.mix(hash, at);
        }
        return hash;
    }
}
