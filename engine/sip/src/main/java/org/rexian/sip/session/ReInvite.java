package org.rexian.sip.session;

import org.jspecify.annotations.Nullable;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transaction.ClientTransaction;
import org.rexian.sip.transaction.ClientTransactionListener;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** One re-INVITE of ours. Its 2xx is acknowledged whatever has become of the session meanwhile, each time it comes. */
final class ReInvite implements ClientTransactionListener {
    private final Session session;
    private final byte[] sdp;
    private final Destination destination;
    private @Nullable SipRequest ack;

    ReInvite(Session session, byte[] sdp, Destination destination) {
        this.session = session;
        this.sdp = sdp;
        this.destination = destination;
    }

    @Override
    public void onResponse(SipResponse response, ClientTransaction transaction) {
        if (response.isProvisional()) {
            return;
        }
        if (response.isSuccess()) {
            onSuccess(response, transaction.request());
        } else if (response.status() == 491) {
            session.localOffer.glare(sdp);
        } else {
            session.localOffer.refused(response.status());
        }
    }

    private void onSuccess(SipResponse ok, SipRequest request) {
        if (ack != null) {
            session.services.transactions().resendAck(ack, destination);
            return;
        }
        Dialog dialog = session.dialog();
        SipRequest fresh = Acks.to(dialog, request, new byte[0]);
        ack = session.services.transactions().sendAck(fresh, destination);
        session.localOffer.answered(ok);
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        session.localOffer.refused(408);
    }

    @Override
    public void onTransportError(ClientTransaction transaction) {
        session.localOffer.refused(503);
    }
}
