package org.rexian.sip.transaction;

import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** Listeners for when nobody listens. */
final class Ignoring {
    private Ignoring() {}

    static final ClientTransactionListener RESPONSES = new ClientTransactionListener() {
        @Override
        public void onResponse(SipResponse response, ClientTransaction transaction) {}

        @Override
        public void onTimeout(ClientTransaction transaction) {}

        @Override
        public void onTransportError(ClientTransaction transaction) {}
    };

    /** Until the user sets its own: a cancelled INVITE must not stay without a final response (RFC 3261 §9.2). */
    static final ServerTransactionListener EVENTS = new ServerTransactionListener() {
        @Override
        public void onCancel(SipRequest cancel, ServerTransaction transaction) {
            transaction.respond(transaction
                    .request()
                    .response(487)
                    .toTag(StatelessTag.of(transaction.request()))
                    .build());
        }

        @Override
        public void onNoAck(ServerTransaction transaction) {}

        @Override
        public void onTransportError(ServerTransaction transaction) {}
    };
}
