package org.rexian.sip.session;

import org.rexian.sip.SessionEnd;

/** Why a branch of an INVITE came to nothing. */
record InviteFailure(int status, Kind kind, String text) {

    enum Kind {
        RESPONSE,
        TIMEOUT,
        TRANSPORT
    }

    /** Of several failures, the one that says most (RFC 3261 §16.7, step 6): a 6xx, then what the phone itself answered. */
    static InviteFailure worse(InviteFailure a, InviteFailure b) {
        return rank(a) <= rank(b) ? a : b;
    }

    private static int rank(InviteFailure f) {
        if (f.kind() != Kind.RESPONSE) {
            return 1_000;
        }
        return f.status() >= 600 ? 0 : f.status();
    }

    SessionEnd end() {
        SessionEnd.Cause cause = switch (kind) {
            case RESPONSE -> SessionEnd.Cause.REJECTED;
            case TIMEOUT -> SessionEnd.Cause.TIMEOUT;
            case TRANSPORT -> SessionEnd.Cause.TRANSPORT;
        };
        return new SessionEnd(cause, status, text);
    }
}
