package org.rexian.sip.transaction;

import java.util.Optional;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** The two requests that are made out of an INVITE and live in its place: same Request-URI, top Via, Route, From, Call-ID. */
final class AckAndCancel {
    private AckAndCancel() {}

    /** The ACK to a final response ≥ 300 (RFC 3261 §17.1.1.3): To is the response's. */
    static SipRequest ack(SipRequest invite, SipResponse response) {
        return like(invite, SipMethod.ACK).to(response.to()).build();
    }

    /** CANCEL (RFC 3261 §9.1): To is the request's, without the tag of any response. */
    static SipRequest cancel(SipRequest invite, Optional<String> reason) {
        RequestBuilder cancel = like(invite, SipMethod.CANCEL).to(invite.to());
        reason.ifPresent(why -> cancel.header("Reason", why));
        return cancel.build();
    }

    private static RequestBuilder like(SipRequest invite, String method) {
        RequestBuilder builder = SipRequest.builder(method, invite.uri())
                .via(invite.topVia())
                .maxForwards(70)
                .from(invite.from())
                .callId(invite.callId())
                .cseq(invite.cseq().number());
        for (String route : invite.headers("Route")) {
            builder.header("Route", route);
        }
        return builder;
    }
}
