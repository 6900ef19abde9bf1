package org.rexian.sip.transaction;

import java.util.Locale;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.Via;

/**
 * What makes a request belong to a server transaction (RFC 3261 §17.2.3): branch, sent-by and method. For peers of RFC 2543, whose
 * branch says nothing, {@code branch} stands for Request-URI, From tag, Call-ID and CSeq number instead. The To tag is left
 * out of it, since the ACK's is the response's; a request inside a dialog differs by its CSeq.
 */
record ServerKey(String branch, String host, int port, String method) {

    /** {@code method}: INVITE for an ACK and for what a CANCEL wants to cancel. */
    static ServerKey of(SipRequest request, String method) {
        Via via = request.topVia();
        String branch = via.hasMagicCookie() ? via.branch() : oldBranch(request, via);
        return new ServerKey(branch, via.host().toLowerCase(Locale.ROOT), via.port(), method);
    }

    private static String oldBranch(SipRequest request, Via via) {
        return String.join(
                "\n",
                request.uri().toString(),
                request.from().tag(),
                request.callId(),
                Long.toString(request.cseq().number()),
                via.branch());
    }
}
