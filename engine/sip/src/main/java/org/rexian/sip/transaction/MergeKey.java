package org.rexian.sip.transaction;

import org.rexian.sip.wire.SipRequest;

/** What two copies of a request share that came by different ways (RFC 3261 §8.2.2.2). */
record MergeKey(String callId, String fromTag, long number, String method) {
    static MergeKey of(SipRequest request) {
        return new MergeKey(
                request.callId(),
                request.from().tag(),
                request.cseq().number(),
                request.cseq().method());
    }

    /** Only requests outside of a dialog and with a From tag can be told to be merged. */
    static boolean appliesTo(SipRequest request) {
        return request.to().tag().isEmpty() && !request.from().tag().isEmpty();
    }
}
