package org.rexian.sip.session;

import java.util.Optional;

/** Reason header values (RFC 3326). */
final class ReasonHeader {
    /** For phones that rang in vain: they must not show a missed call (RFC 3326 §3.1). */
    static final String COMPLETED_ELSEWHERE = "SIP;cause=200;text=\"Call completed elsewhere\"";

    private ReasonHeader() {}

    /** What a CANCEL says: only reasons that come as a whole header value; a plain word is for our log. */
    static Optional<String> ofCancel(String reason) {
        return reason.contains(";cause=") ? Optional.of(reason) : Optional.empty();
    }

    /** {@code SIP;cause=status;text="..."}; a value that already has a cause, as {@code Q.850;cause=17}, stays. */
    static String text(int status, String reason) {
        if (reason.contains(";cause=")) {
            return reason;
        }
        StringBuilder out = new StringBuilder("SIP;cause=").append(status).append(";text=\"");
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            out.append(c == '"' || c == '\\' || c < ' ' ? ' ' : c);
        }
        return out.append('"').toString();
    }
}
