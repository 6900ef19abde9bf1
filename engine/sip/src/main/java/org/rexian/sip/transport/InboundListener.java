package org.rexian.sip.transport;

import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** Hears every message that passed the codec's check, on the call loop. Malformed ones have been answered and counted below. */
public interface InboundListener {
    /** A request, its topmost Via stamped with received and rport. */
    void onRequest(SipRequest request, Flow flow);

    /** A response. */
    void onResponse(SipResponse response, Flow flow);
}
