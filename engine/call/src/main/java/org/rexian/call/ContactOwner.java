package org.rexian.call;

import java.util.Optional;
import org.rexian.acd.AcdEvent;

/** Who stands behind a contact of the router; hears of it on the call loop. */
interface ContactOwner {

    /** The call whose record tells of it. */
    long callId();

    /** What the agent's phone shows as the caller. */
    String shownNumber();

    /** Whose leg it is that rings for this contact. */
    Leg.Role roleOfAgent();

    /** The leg that the agent's is opened beside, so that the two can be bridged; empty while there is none. */
    Optional<Leg> beside();

    /** A leg was opened whose record belongs to this call. */
    void legOpened();

    /** Its record is complete. */
    void legClosed(Leg leg);

    void onAcdEvent(AcdEvent event);

    /** The router connected the contact with an agent, whose leg is up (or was, a moment ago). */
    void connect(Leg agentLeg, AcdEvent.Connected connected);

    /** The leg of an agent who answered this offer is gone before the router's word. */
    default void answeredLegGone(long offer) {}

    /** A mistake of ours: end what this is, and only that. */
    void onFailure(RuntimeException failure);
}
