package org.rexian.sip;

/** Who owns an endpoint's calls: the call layer, a phone of the harness. Called on the call loop only. */
public interface SipUser {

    /**
     * A new call from somebody who may call. The user may progress, answer or reject it now or later; an unknown
     * {@code toUser} is for the user to reject with 404. Returns who hears of the session from now on.
     */
    SessionListener onInvite(SipSession session, IncomingInvite invite);

    /**
     * A new call was refused with a final status before it came to {@link #onInvite}: what RFC 3261 §8.2 wants checked, a caller
     * who may not call, no room. Once for each INVITE transaction. A challenge, and a 422 to a session timer that is too brief,
     * are no refusals: they ask for the same call again. What never becomes a transaction (malformed, merged, past
     * {@code maxTransactions}) is counted only.
     */
    default void onRefused(RefusedInvite refused) {}

    /** An account's first binding came, or its last one went. */
    void onReachable(String account, boolean reachable);
}
