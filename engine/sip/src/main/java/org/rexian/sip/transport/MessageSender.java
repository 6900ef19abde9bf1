package org.rexian.sip.transport;

import org.rexian.sip.wire.SipMessage;

/** Sends messages; the half of the transports that transactions need. Call loop only. */
public interface MessageSender {

    /**
     * Sends a message. Never throws and never calls back before it returns.
     *
     * @param onFailure run on the call loop when it certainly did not go out: connection refused, unreachable, too large
     */
    void send(SipMessage message, Destination destination, Runnable onFailure);

    /** What Via's sent-by and a Contact must name so that this destination can reach us by this transport. */
    HostPort localFor(Destination destination);
}
