package org.rexian.sip.transaction;

import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;

/** A request of ours on its way to an answer. Call loop only. */
public sealed interface ClientTransaction permits InviteClientTransaction, NonInviteClientTransaction {
    /** The request as sent, with our Via on top. */
    SipRequest request();

    /** Where it went. */
    Destination destination();
}
