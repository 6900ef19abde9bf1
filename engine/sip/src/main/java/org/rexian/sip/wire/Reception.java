package org.rexian.sip.wire;

import java.net.InetSocketAddress;

/** Where a request really came from, written into its topmost Via (RFC 3261 §18.2.1, RFC 3581 §4). */
@SuppressWarnings("DoNotCallSuggester")
final class Reception {
    private Reception() {}

    static SipRequest stamp(SipRequest request, InetSocketAddress source) {
        throw new UnsupportedOperationException();
    }
}
