package org.rexian.sip.wire;

/** A CSeq value (RFC 3261 §20.16): {@code number} below 2^31, {@code method} as in the request line. */
public record CSeq(long number, String method) {
    @Override
    public String toString() {
        return number + " " + method;
    }
}
