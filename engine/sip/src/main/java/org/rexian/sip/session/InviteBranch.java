package org.rexian.sip.session;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.rexian.sip.transaction.ClientTransaction;
import org.rexian.sip.transaction.ClientTransactionListener;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** One of the places that an {@link OutgoingSession} rings. */
final class InviteBranch implements ClientTransactionListener {
    private final OutgoingSession session;
    private final Hop hop;
    private final ClientRequest request;
    private boolean open = true;

    /** Sends the INVITE there. */
    InviteBranch(OutgoingSession session, Hop hop, SipRequest invite, LongSupplier nextCseq) {
        this.session = session;
        this.hop = hop;
        this.request =
                new ClientRequest(session.services, invite, hop.destination(), session.credentials(), nextCseq, this);
    }

    /** True until its final response. */
    boolean open() {
        return open;
    }

    /** The INVITE as sent last. */
    SipRequest invite() {
        return request.request();
    }

    Destination destination() {
        return hop.destination();
    }

    /** Where the dialogs of this branch are pinned to. */
    Optional<Destination> pinned() {
        return hop.pinned() ? Optional.of(hop.destination()) : Optional.empty();
    }

    void cancel(String reason) {
        if (open) {
            request.cancel(ReasonHeader.ofCancel(reason));
        }
    }

    @Override
    public void onResponse(SipResponse response, ClientTransaction transaction) {
        if (response.isProvisional()) {
            session.onProvisional(this, response);
        } else if (response.isSuccess()) {
            open = false;
            session.onSuccess(this, response);
        } else {
            open = false;
            session.onFailure(new InviteFailure(response.status(), InviteFailure.Kind.RESPONSE, response.reason()));
        }
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        open = false;
        session.onFailure(new InviteFailure(408, InviteFailure.Kind.TIMEOUT, "no final response"));
    }

    @Override
    public void onTransportError(ClientTransaction transaction) {
        open = false;
        session.onFailure(new InviteFailure(503, InviteFailure.Kind.TRANSPORT, "could not be sent"));
    }
}
