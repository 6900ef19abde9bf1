package org.rexian.sip.wire;

import java.net.InetSocketAddress;
import java.util.List;

/** A SIP request (RFC 3261 §7.1). */
public final class SipRequest extends SipMessage {
    private final String method;
    private final SipUri uri;

    SipRequest(String method, SipUri uri, Headers headers, byte[] body) {
        super(headers, body);
        this.method = method;
        this.uri = uri;
    }

    /** A new request; see {@link RequestBuilder} for what has to be given. */
    public static RequestBuilder builder(String method, SipUri uri) {
        return new RequestBuilder(method, uri);
    }

    /** The method as written: one of {@link SipMethod} or anything else. */
    public String method() {
        return method;
    }

    /** The Request-URI, of whatever scheme. */
    public SipUri uri() {
        return uri;
    }

    /** True for that method. */
    public boolean is(String method) {
        return this.method.equals(method);
    }

    /**
     * A response to this request with Via, From, To, Call-ID, CSeq and, for what makes a dialog, Record-Route copied
     * (RFC 3261 §8.2.6.2, §12.1.1), and the usual reason phrase.
     */
    public ResponseBuilder response(int status) {
        return new ResponseBuilder(this, status);
    }

    /** A builder that begins with everything of this request. */
    public RequestBuilder toBuilder() {
        return new RequestBuilder(this);
    }

    /**
     * This request with its topmost Via stamped by where it really came from: {@code received} when sent-by differs
     * (RFC 3261 §18.2.1), both {@code received} and {@code rport} when rport was asked for (RFC 3581 §4).
     */
    public SipRequest receivedFrom(InetSocketAddress source) {
        return Reception.stamp(this, source);
    }

    SipRequest withHops(List<Via> hops) {
        Headers changed = headers.copy();
        int at = changed.indexOf("Via");
        changed.remove("Via");
        for (int i = 0; i < hops.size(); i++) {
            changed.insert(at + i, "Via", hops.get(i).toString());
        }
        SipRequest request = new SipRequest(method, uri, changed, body());
        request.primeFrom(this, hops);
        return request;
    }

    @Override
    public String startLine() {
        return method + " " + uri + " SIP/2.0";
    }
}
