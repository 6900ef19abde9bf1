package org.rexian.sip.transaction;

import org.rexian.sip.wire.SipResponse;

/** What becomes of our request, on the call loop. Exactly one final event comes, save that an INVITE may bring several 2xx. */
public interface ClientTransactionListener {
    /**
     * Each 1xx; the one final response, whose ACK the layer has sent when it is ≥ 300 to an INVITE; and every 2xx to an INVITE for
     * 64·T1, from other forks and repeated ones alike: the user acknowledges each (RFC 3261 §13.2.2.4, RFC 6026 §7.2).
     */
    void onResponse(SipResponse response, ClientTransaction transaction);

    /** Timer B or F: no final response came. To be treated as a 408 (RFC 3261 §8.1.3.1). */
    void onTimeout(ClientTransaction transaction);

    /** The request could not be sent. To be treated as a 503. */
    void onTransportError(ClientTransaction transaction);
}
