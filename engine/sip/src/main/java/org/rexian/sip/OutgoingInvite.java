package org.rexian.sip;

import java.util.List;
import java.util.Map;

/**
 * A call that we make.
 *
 * @param fromUser user part of our From URI: the number that the callee sees
 * @param fromDisplay display name of From, empty for none
 * @param sdp our offer; empty asks the callee to offer
 * @param headers further headers by name; names that the dialog owns (From, Via, CSeq and so on) are refused
 * @param noAnswerMillis after this long without a final answer the call is cancelled and ends with TIMEOUT; 0 for never
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are bytes; nobody compares invites
public record OutgoingInvite(
        CallTarget target,
        String fromUser,
        String fromDisplay,
        byte[] sdp,
        Map<String, String> headers,
        long noAnswerMillis) {

    private static final List<String> OWNED = List.of(
            "Via",
            "From",
            "To",
            "Call-ID",
            "CSeq",
            "Contact",
            "Max-Forwards",
            "Route",
            "Record-Route",
            "Require",
            "Content-Type",
            "Content-Length",
            "Authorization",
            "Proxy-Authorization",
            "Supported",
            "Allow");

    /** Throws {@link IllegalArgumentException} for a header that is not the caller's to set. */
    public OutgoingInvite {
        headers = Map.copyOf(headers);
        for (String name : headers.keySet()) {
            if (OWNED.stream().anyMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException("the dialog owns the header " + name);
            }
        }
    }
}
