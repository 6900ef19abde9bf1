package org.rexian.call;

import org.rexian.sip.SessionEnd;

/** Who a leg belongs to at present; hears of it on the call loop. */
interface LegOwner {

    /** The leg is up: answered, acknowledged, audio agreed. */
    default void onUp(Leg leg) {}

    /** The peer put us on hold, or took us back. */
    default void onHold(Leg leg, boolean held) {}

    default void onDigit(Leg leg, char digit) {}

    default void onPlaybackFinished(Leg leg, long playback) {}

    /** Exactly once: nothing can be said or heard on it any more. */
    void onEnded(Leg leg, SessionEnd end);

    /** A mistake of ours in handling this leg: end what it belongs to, and only that. */
    void onFailure(RuntimeException failure);
}
