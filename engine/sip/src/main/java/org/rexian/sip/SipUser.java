package org.rexian.sip;

/** Who owns an endpoint's calls: the call layer, a phone of the harness. Called on the call loop only. */
public interface SipUser {

    /**
     * A new call from somebody who may call. The user may progress, answer or reject it now or later; an unknown
     * {@code toUser} is for the user to reject with 404. Returns who hears of the session from now on.
     */
    SessionListener onInvite(SipSession session, IncomingInvite invite);

    /** An account's first binding came, or its last one went. */
    void onReachable(String account, boolean reachable);
}
