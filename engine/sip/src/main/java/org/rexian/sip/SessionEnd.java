package org.rexian.sip;

/** How a session ended: {@code status} is the final status where a response ended it, else 0; {@code reason} is for the log. */
public record SessionEnd(Cause cause, int status, String reason) {

    /** Who or what ended it. */
    public enum Cause {
        /** We ended or rejected it. */
        LOCAL,
        /** BYE from the peer. */
        REMOTE_BYE,
        /** CANCEL from the peer before our answer. */
        REMOTE_CANCEL,
        /** A final response ≥ 300 to our INVITE. */
        REJECTED,
        /** No final response to our INVITE, or none to an in-dialog request (408, 481). */
        TIMEOUT,
        /** No ACK to our 200 within 64·T1. */
        NO_ACK,
        /** The transport failed. */
        TRANSPORT
    }
}
