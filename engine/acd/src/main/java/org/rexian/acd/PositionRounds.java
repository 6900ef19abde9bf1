package org.rexian.acd;

/**
 * Tells waiting callers where they stand, at a bounded rate: a departure moves everyone behind it, and to tell each of
 * them each time would cost the length of the line a call. So a queue that moved has one round every
 * {@value #ROUND_MILLIS} ms; a round tells the first {@value #HEAD} whose position changed and the next
 * {@value #STRIDE} behind them, so that a long line is told in turns. {@link AcdCore#contact} knows at any time.
 */
final class PositionRounds {

    static final int HEAD = 50;
    static final int STRIDE = 50;
    static final long ROUND_MILLIS = 2000;

    private final Floor floor;

    PositionRounds(Floor floor) {
        this.floor = floor;
    }

    /** Somebody joined or left the line. */
    void moved(CallQueue queue) {
        queue.untold = Math.max(0, queue.line.size() - HEAD);
        if (!queue.round.isQueued() && !queue.line.isEmpty()) {
            floor.deadlines.set(queue.round, floor.now() + ROUND_MILLIS);
        }
    }

    void round(CallQueue queue) {
        int size = queue.line.size();
        for (int position = 1; position <= Math.min(HEAD, size); position++) {
            tell(queue.line.at(position), position);
        }
        int behind = Math.min(STRIDE, Math.min(queue.untold, Math.max(0, size - HEAD)));
        for (int i = 0; i < behind; i++) {
            queue.nextTold = queue.nextTold < HEAD || queue.nextTold >= size ? HEAD + 1 : queue.nextTold + 1;
            tell(queue.line.at(queue.nextTold), queue.nextTold);
        }
        queue.untold -= behind;
        if (behind > 0 && queue.untold > 0) {
            floor.deadlines.set(queue.round, floor.now() + ROUND_MILLIS);
        }
    }

    /** Tells the contact if its position is another than it was told last. */
    void tell(Contact contact, int position) {
        if (position == contact.toldPosition) {
            return;
        }
        EwtEstimator.Estimate ewt = estimateOf(contact, position, floor.now());
        contact.toldPosition = position;
        contact.toldEwtMillis = ewt.millis();
        floor.emit(new AcdEvent.PositionChanged(
                floor.now(), contact.id, contact.queue.name, position, ewt.millis(), ewt.low(), ewt.high()));
    }

    static long ewtOf(Contact contact, int position, long now) {
        return estimateOf(contact, position, now).millis();
    }

    /** Never more than what the caller heard before, unless the caller was moved back. */
    static EwtEstimator.Estimate estimateOf(Contact contact, int position, long now) {
        EwtEstimator.Estimate ewt = contact.queue.ewt.estimate(position, contact.requirementClass(), now);
        boolean heardBefore = contact.toldEwtMillis != Contact.UNKNOWN_EWT && position <= contact.toldPosition;
        return heardBefore && ewt.isKnown() ? ewt.cappedAt(contact.toldEwtMillis) : ewt;
    }
}
