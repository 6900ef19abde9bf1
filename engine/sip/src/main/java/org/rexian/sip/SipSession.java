package org.rexian.sip;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One INVITE usage, from the INVITE to its end, whichever side began (RFC 3261 §12–15, RFC 5057). All methods run on the
 * call loop. A method that does not fit the session's state does nothing and is counted: races with the peer are normal.
 */
public interface SipSession {

    /** Call-ID header, as sent. */
    String callId();

    /** True when the peer sent the INVITE. */
    boolean incoming();

    /** Where requests go at present, after RFC 3581 and route set. */
    InetSocketAddress remoteAddress();

    /**
     * What another process needs to go on with the session ({@link SipEndpoint#restore}); empty before the 2xx, after the end, and for
     * the moment in which our ACK waits for the owner's answer.
     */
    Optional<SipSessionState> state();

    /** UAS: sends 180 or another 1xx; the 100 has long gone out by itself. Empty {@code sdp} for none. */
    void progress(int status, byte[] sdp);

    /** UAS: sends 200 with this body (the answer, or our offer when the INVITE had none) and repeats it until the ACK. */
    void answer(byte[] sdp);

    /** UAS: refuses the INVITE with a final status ≥ 300; {@code reason} goes into a Reason header, empty for none. */
    void reject(int status, String reason);

    /** Sends a re-INVITE with this offer; glare (491) is retried as §14.1 says. One at a time: a second waits. */
    void offer(byte[] sdp);

    /** Answers the peer's re-INVITE or UPDATE of {@link SessionListener#onOffer}. */
    void answerOffer(byte[] sdp);

    /** Refuses the peer's offer, usually with 488; the session goes on as it was. */
    void rejectOffer(int status);

    /**
     * Ends the session with what fits its state: CANCEL, a final response (480), or BYE; waits for an ACK or 1xx where
     * the RFC wants it. {@link SessionListener#onEnded} follows once, at once.
     */
    void end(String reason);
}
