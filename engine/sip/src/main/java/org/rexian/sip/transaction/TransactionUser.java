package org.rexian.sip.transaction;

import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** The layer above the transactions, on the call loop. */
public interface TransactionUser {
    /** A new request, never ACK, never CANCEL, never a repeated one. Every one must get a final response in the end. */
    void onRequest(SipRequest request, ServerTransaction transaction);

    /** An ACK that belongs to no INVITE transaction's negative final: one to a 2xx, or a stray. */
    void onAck(SipRequest ack, Flow flow);

    /** A 2xx to an INVITE of which no transaction is left: acknowledge it and end what it began, or ignore it. */
    void onStray2xx(SipResponse response, Flow flow);
}
