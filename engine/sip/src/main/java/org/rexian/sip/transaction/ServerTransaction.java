package org.rexian.sip.transaction;

import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** A peer's request that we owe an answer. Call loop only. */
public sealed interface ServerTransaction permits InviteServerTransaction, NonInviteServerTransaction {
    /** The request as it came. */
    SipRequest request();

    /** The way it came. */
    Flow flow();

    /**
     * Sends a response. To an INVITE: any 1xx, then one final; after a 2xx, the same 2xx again and again until its ACK comes is the
     * user's duty (RFC 6026 §7.1). A response that does not fit the state is dropped and counted: races are normal.
     */
    void respond(SipResponse response);

    /** True while a final response may still be given. */
    boolean unanswered();

    /** Who hears of CANCEL and of failures from now on. */
    void listener(ServerTransactionListener listener);
}
