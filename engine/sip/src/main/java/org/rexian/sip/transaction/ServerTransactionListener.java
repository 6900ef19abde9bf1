package org.rexian.sip.transaction;

import org.rexian.sip.wire.SipRequest;

/** What befalls a request that we are answering, on the call loop. */
public interface ServerTransactionListener {
    /** CANCEL came while no final response had been given; it has been answered 200. The user answers the INVITE, with 487. */
    void onCancel(SipRequest cancel, ServerTransaction transaction);

    /** A final response ≥ 300 to the INVITE was never acknowledged (Timer H). Missing ACKs to 2xx are the user's to watch. */
    void onNoAck(ServerTransaction transaction);

    /** A response could not be sent; the transaction is over. */
    void onTransportError(ServerTransaction transaction);
}
