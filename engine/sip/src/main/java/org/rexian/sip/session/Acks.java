package org.rexian.sip.session;

import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;

/** ACKs to 2xx (RFC 3261 §13.2.2.4): the CSeq number and the credentials of the INVITE, the route of the dialog. */
final class Acks {
    private Acks() {}

    static SipRequest to(Dialog dialog, SipRequest invite, byte[] sdp) {
        RequestBuilder ack = dialog.request(SipMethod.ACK, invite.cseq().number());
        invite.header("Authorization").ifPresent(value -> ack.header("Authorization", value));
        invite.header("Proxy-Authorization").ifPresent(value -> ack.header("Proxy-Authorization", value));
        return ack.body(RequestGate.SDP, sdp).build();
    }
}
