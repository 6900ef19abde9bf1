package org.rexian.sip.wire;

/** The answer to a request that broke the rules: what it has of the usual headers goes back as it came (RFC 3261 §8.2.6.2). */
final class MalformedAnswer {
    private static final String[] COPIED = {"Via", "From", "To", "Call-ID", "CSeq"};

    private MalformedAnswer() {}

    static SipResponse to(Headers request, int status, String fault) {
        Headers headers = new Headers(8);
        for (String name : COPIED) {
            // Several of a single header: the first is as good as any, and a response with two is as bad as the
            // request.
            if (name.equals("Via")) {
                request.copyTo(name, headers);
            } else {
                request.first(name).ifPresent(value -> headers.add(name, HeaderNames.oneLine(value)));
            }
        }
        String phrase = status == 400 ? "Bad Request (" + fault + ")" : ReasonPhrase.of(status);
        return new SipResponse(status, phrase, headers, new byte[0]);
    }
}
