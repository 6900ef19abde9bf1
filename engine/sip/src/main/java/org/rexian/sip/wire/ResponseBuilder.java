package org.rexian.sip.wire;

import java.util.List;

/** Builds a response to a request, see {@link SipRequest#response}. Header values are data: line ends in them become spaces. */
public final class ResponseBuilder {
    private static final byte[] NONE = new byte[0];
    private static final List<String> COPIED = List.of("Via", "From", "To", "Call-ID", "CSeq");

    private final int status;
    private String reason;
    private boolean tagged;
    private final Headers headers = new Headers(14);
    private byte[] body = NONE;

    ResponseBuilder(SipRequest request, int status) {
        this.status = status;
        this.tagged = !request.to().tag().isEmpty();
        this.reason = ReasonPhrase.of(status);
        for (String name : COPIED) {
            request.headers.copyTo(name, headers);
        }
        if (status > 100 && status < 300) {
            request.headers.copyTo("Record-Route", headers);
        }
        if (status == 100) {
            request.headers.copyTo("Timestamp", headers);
        }
    }

    /** Adds this tag to To, unless To has one: a request inside a dialog brings it (RFC 3261 §8.2.6.2). */
    public ResponseBuilder toTag(String tag) {
        if (!tagged && !tag.isEmpty()) {
            // An addr-spec without brackets takes no harm: what follows its semicolon is the header's (§20.10).
            headers.set("To", headers.first("To").orElse("") + ";tag=" + tag);
            tagged = true;
        }
        return this;
    }

    /** Replaces the usual reason phrase. */
    public ResponseBuilder reason(String reason) {
        this.reason = HeaderNames.oneLine(reason);
        return this;
    }

    /** Sets Contact. */
    public ResponseBuilder contact(NameAddress contact) {
        return set("Contact", contact.toString());
    }

    /** Adds a header line. */
    public ResponseBuilder header(String name, String value) {
        headers.add(HeaderNames.canonical(name), HeaderNames.oneLine(value));
        return this;
    }

    /** Sets a header: the first of that name is replaced, others removed. */
    public ResponseBuilder set(String name, String value) {
        headers.set(HeaderNames.canonical(name), HeaderNames.oneLine(value));
        return this;
    }

    /** Removes every header of that name. */
    public ResponseBuilder remove(String name) {
        headers.remove(HeaderNames.canonical(name));
        return this;
    }

    /** Sets body and Content-Type; an empty body removes both. The array is kept, not copied. */
    public ResponseBuilder body(String contentType, byte[] body) {
        this.body = body;
        return body.length == 0 ? remove("Content-Type") : set("Content-Type", contentType);
    }

    /** The response. */
    public SipResponse build() {
        return new SipResponse(status, reason, headers, body);
    }
}
