package org.rexian.sip.transaction;

import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.SipRequest;

/** RFC 3261 §17.1.2. */
@SuppressWarnings("DoNotCallSuggester")
final class NonInviteClientTransaction implements ClientTransaction {
    @Override
    public SipRequest request() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Destination destination() {
        throw new UnsupportedOperationException();
    }
}
