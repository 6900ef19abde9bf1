package org.rexian.sip.transaction;

import org.rexian.sip.transport.Flow;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** RFC 3261 §17.2.1 with RFC 6026. */
@SuppressWarnings("DoNotCallSuggester")
final class InviteServerTransaction implements ServerTransaction {
    @Override
    public SipRequest request() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flow flow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void respond(SipResponse response) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean unanswered() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void listener(ServerTransactionListener listener) {
        throw new UnsupportedOperationException();
    }
}
