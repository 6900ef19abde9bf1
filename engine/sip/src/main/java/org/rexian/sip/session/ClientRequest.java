package org.rexian.sip.session;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.rexian.sip.transaction.ClientTransaction;
import org.rexian.sip.transaction.ClientTransactionListener;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** One request of ours, sent again with credentials and the next CSeq when it is challenged (RFC 3261 §22.2, §8.1.3.5). */
final class ClientRequest implements ClientTransactionListener {
    private final Services services;
    private final Optional<Credentials> credentials;
    private final LongSupplier nextCseq;
    private final ClientTransactionListener user;
    private final Destination destination;
    private ClientTransaction transaction;
    private boolean cancelled;

    /** Sends it. The {@code user} hears of the last try only. */
    ClientRequest(
            Services services,
            SipRequest request,
            Destination destination,
            Optional<Credentials> credentials,
            LongSupplier nextCseq,
            ClientTransactionListener user) {
        this.services = services;
        this.credentials = credentials;
        this.nextCseq = nextCseq;
        this.user = user;
        this.destination = destination;
        SipRequest signed = credentials.isPresent() ? credentials.get().sign(request) : request;
        this.transaction = services.transactions().send(signed, destination, this);
    }

    /** As last sent. */
    SipRequest request() {
        return transaction.request();
    }

    /** For an INVITE: CANCEL, when and if one is allowed, with this Reason header (RFC 3326). */
    void cancel(Optional<String> reason) {
        if (!cancelled) {
            cancelled = true;
            services.transactions().cancel(transaction, reason);
        }
    }

    @Override
    public void onResponse(SipResponse response, ClientTransaction of) {
        boolean challenge = response.status() == 401 || response.status() == 407;
        if (challenge
                && !cancelled
                && credentials.isPresent()
                && credentials.get().challengedBy(response, of.request())) {
            tryAgain(of.request(), credentials.get());
        } else {
            user.onResponse(response, of);
        }
    }

    private void tryAgain(SipRequest refused, Credentials with) {
        SipRequest next = refused.toBuilder()
                .remove("Via")
                .remove("Authorization")
                .remove("Proxy-Authorization")
                .cseq(nextCseq.getAsLong())
                .build();
        transaction = services.transactions().send(with.sign(next), destination, this);
    }

    @Override
    public void onTimeout(ClientTransaction of) {
        user.onTimeout(of);
    }

    @Override
    public void onTransportError(ClientTransaction of) {
        user.onTransportError(of);
    }
}
