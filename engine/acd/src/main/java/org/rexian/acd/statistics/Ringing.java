package org.rexian.acd.statistics;

/** An offer that rings. Used again for another one when it is over. */
final class Ringing {

    long offer;
    Scope scope = Scope.NOWHERE;
    Worker worker;

    /** Up to here its ringing is counted. */
    long since;

    Ringing(Worker worker) {
        this.worker = worker;
    }

    void begin(long newOffer, Scope newScope, Worker rung, long at) {
        offer = newOffer;
        scope = newScope;
        worker = rung;
        since = at;
    }

    void settle(long at) {
        scope.add(Measure.RING_MILLIS, at - since);
        worker.add(Measure.RING_MILLIS, at - since);
        since = at;
    }
}
