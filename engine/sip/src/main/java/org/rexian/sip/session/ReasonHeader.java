package org.rexian.sip.session;

/** Reason header values (RFC 3326). */
final class ReasonHeader {
    private ReasonHeader() {}

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
