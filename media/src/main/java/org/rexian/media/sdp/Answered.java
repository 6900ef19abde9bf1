package org.rexian.media.sdp;

import org.rexian.media.StreamFormat;

/** What we answer to an offer. */
public sealed interface Answered {

    /** {@code answer} goes back to the peer; the array is the caller's. */
    @SuppressWarnings("ArrayRecordComponent") // a message body on its way out, compared by nobody
    record Agreed(byte[] answer, StreamFormat format) implements Answered {}

    /** Nothing in the offer suits (488), or it is no SDP (400). {@code reason} is for people. */
    record Refused(String reason) implements Answered {}
}
