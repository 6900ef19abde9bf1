package org.rexian.sip.transaction;

import org.rexian.sip.wire.SipRequest;

/** To tags of answers that no user gave: the same for the same request, as RFC 3261 §8.2.7 wants, and to be known by their ACK. */
final class StatelessTag {
    private static final String PREFIX = "nostate-";

    private StatelessTag() {}

    static String of(SipRequest request) {
        int hash = 31 * request.callId().hashCode() + request.topVia().branch().hashCode();
        return PREFIX + Integer.toHexString(31 * hash + (int) request.cseq().number());
    }

    static boolean marks(String tag) {
        return tag.startsWith(PREFIX);
    }
}
