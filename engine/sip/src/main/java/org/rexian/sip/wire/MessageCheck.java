package org.rexian.sip.wire;

import java.util.OptionalLong;

/** The strict check in front of everything: what RFC 3261 §8.1.1, §20 want of every message. Words name the fault, "" is none. */
final class MessageCheck {
    private static final String[] SINGLE = {
        "From", "To", "Call-ID", "CSeq", "Max-Forwards", "Content-Length", "Content-Type", "Expires"
    };
    private static final String[] MANDATORY = {"Via", "From", "To", "Call-ID", "CSeq"};

    private MessageCheck() {}

    static String headers(Headers headers) {
        for (String name : MANDATORY) {
            if (headers.indexOf(name) < 0) {
                return "missing-" + name.toLowerCase(java.util.Locale.ROOT);
            }
        }
        for (String name : SINGLE) {
            if (headers.count(name) > 1) {
                return "duplicate-" + name.toLowerCase(java.util.Locale.ROOT);
            }
        }
        String hops = headers.first("Max-Forwards").orElse("0");
        if (Grammar.digits(hops).isEmpty()) {
            return "max-forwards";
        }
        String callId = headers.first("Call-ID").orElse("");
        return callId.isEmpty() || callId.indexOf(' ') >= 0 || callId.indexOf('\t') >= 0 ? "call-id" : "";
    }

    /** The length of the body: Content-Length, or all that is there; -1 when Content-Length is no number or more than there is. */
    static int bodyLength(Headers headers, int there) {
        int at = headers.indexOf("Content-Length");
        if (at < 0) {
            return there;
        }
        OptionalLong length = Grammar.digits(headers.value(at));
        return length.isPresent() && length.getAsLong() <= there ? (int) length.getAsLong() : -1;
    }
}
