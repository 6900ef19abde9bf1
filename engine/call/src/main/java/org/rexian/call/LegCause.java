package org.rexian.call;

import org.rexian.sip.SessionEnd;

/** The words in which a leg's record says how it ended. */
final class LegCause {

    private LegCause() {}

    static String of(SessionEnd end, boolean answered) {
        return switch (end.cause()) {
            case LOCAL -> answered ? "hung-up-by-us" : "cancelled-by-us";
            case REMOTE_BYE -> "hung-up-by-peer";
            case REMOTE_CANCEL -> "cancelled-by-peer";
            case REJECTED -> end.status() == 486 || end.status() == 600 ? "busy" : "rejected";
            case TIMEOUT -> answered ? "peer-gone" : "no-answer";
            case NO_ACK -> "no-ack";
            case TRANSPORT -> "transport-failed";
        };
    }
}
