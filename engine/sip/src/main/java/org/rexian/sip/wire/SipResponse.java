package org.rexian.sip.wire;

/** A SIP response (RFC 3261 §7.2). */
public final class SipResponse extends SipMessage {
    private final int status;
    private final String reason;

    SipResponse(int status, String reason, Headers headers, byte[] body) {
        super(headers, body);
        this.status = status;
        this.reason = reason;
    }

    /** 100 to 699. */
    public int status() {
        return status;
    }

    /** The reason phrase, perhaps empty. */
    public String reason() {
        return reason;
    }

    /** 1xx. */
    public boolean isProvisional() {
        return status < 200;
    }

    /** 2xx and above. */
    public boolean isFinal() {
        return status >= 200;
    }

    /** 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The method of the request that it answers, from CSeq. */
    public String method() {
        return cseq().method();
    }

    @Override
    public String startLine() {
        return "SIP/2.0 " + status + " " + reason;
    }
}
