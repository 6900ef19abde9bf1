package org.rexian.sip;

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

    public OutgoingInvite {
        headers = Map.copyOf(headers);
    }
}
