package org.rexian.sip.wire;

/**
 * Builds a request. From, To, Call-ID and CSeq must be given; Via (and Max-Forwards: 70 when absent) is the transaction layer's.
 * Header values are data: line ends in them become spaces.
 */
public final class RequestBuilder {
    private static final byte[] NONE = new byte[0];

    private final String method;
    private SipUri uri;
    private final Headers headers;
    private byte[] body = NONE;

    RequestBuilder(String method, SipUri uri) {
        this.method = method;
        this.uri = uri;
        this.headers = new Headers(12);
    }

    RequestBuilder(SipRequest from) {
        this.method = from.method();
        this.uri = from.uri();
        this.headers = from.headers.copy();
        this.body = from.body();
    }

    /** Replaces the Request-URI. */
    public RequestBuilder uri(SipUri uri) {
        this.uri = uri;
        return this;
    }

    /** Puts a hop on top. */
    public RequestBuilder via(Via via) {
        headers.insert(0, "Via", via.toString());
        return this;
    }

    /** Sets From. */
    public RequestBuilder from(NameAddress from) {
        return set("From", from.toString());
    }

    /** Sets To. */
    public RequestBuilder to(NameAddress to) {
        return set("To", to.toString());
    }

    /** Sets Call-ID. */
    public RequestBuilder callId(String callId) {
        return set("Call-ID", callId);
    }

    /** Sets CSeq, with this request's method. */
    public RequestBuilder cseq(long number) {
        return set("CSeq", number + " " + method);
    }

    /** Sets Max-Forwards. */
    public RequestBuilder maxForwards(int hops) {
        return set("Max-Forwards", Integer.toString(hops));
    }

    /** Sets Contact. */
    public RequestBuilder contact(NameAddress contact) {
        return set("Contact", contact.toString());
    }

    /** Adds a Route below those there are. */
    public RequestBuilder route(NameAddress route) {
        return header("Route", route.toString());
    }

    /** Adds a header line. */
    public RequestBuilder header(String name, String value) {
        headers.add(HeaderNames.canonical(name), HeaderNames.oneLine(value));
        return this;
    }

    /** Sets a header: the first of that name is replaced, others removed. */
    public RequestBuilder set(String name, String value) {
        headers.set(HeaderNames.canonical(name), HeaderNames.oneLine(value));
        return this;
    }

    /** Removes every header of that name. */
    public RequestBuilder remove(String name) {
        headers.remove(HeaderNames.canonical(name));
        return this;
    }

    /** Sets body and Content-Type; an empty body removes both. The array is kept, not copied. */
    public RequestBuilder body(String contentType, byte[] body) {
        this.body = body;
        return body.length == 0 ? remove("Content-Type") : set("Content-Type", contentType);
    }

    /** The request. Throws IllegalStateException when From, To, Call-ID or CSeq is missing: our own mistake. */
    public SipRequest build() {
        headers.require("From", "To", "Call-ID", "CSeq");
        return new SipRequest(method, uri, headers, body);
    }
}
