package org.rexian.sip;

/** What the owner of a {@link SipSession} hears of it, on the call loop. Bodies are empty arrays where there is none. */
public interface SessionListener {

    /** UAC: a 1xx other than 100. */
    default void onProgress(SipSession session, int status, byte[] sdp) {}

    /** UAC: the first 2xx; the ACK is on its way. Other forks' 2xx are acknowledged and ended unseen. */
    void onAnswered(SipSession session, byte[] sdp);

    /** UAS: the ACK to our 200; {@code sdp} is the answer when our 200 held the offer. */
    default void onConfirmed(SipSession session, byte[] sdp) {}

    /** The peer offers (re-INVITE, UPDATE), or asks us to offer when {@code sdp} is empty. Answer or reject it; unless said otherwise it is rejected. */
    default void onOffer(SipSession session, byte[] sdp) {
        session.rejectOffer(488);
    }

    /** The peer answered our {@link SipSession#offer}. */
    default void onOfferAnswered(SipSession session, byte[] sdp) {}

    /** The peer refused our offer; the session goes on as it was. */
    default void onOfferRefused(SipSession session, int status) {}

    /** INFO inside the session, already answered 200. */
    default void onInfo(SipSession session, String contentType, byte[] body) {}

    /** Exactly once, last. */
    void onEnded(SipSession session, SessionEnd end);
}
