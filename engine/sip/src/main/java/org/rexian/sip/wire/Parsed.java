package org.rexian.sip.wire;

import java.util.Optional;

/** What came of some bytes. */
public sealed interface Parsed {

    /** A request that passed the check. */
    record Request(SipRequest request) implements Parsed {}

    /** A response that passed the check. */
    record Response(SipResponse response) implements Parsed {}

    /**
     * Not SIP, or SIP that breaks the rules.
     *
     * @param reason one word for the counter, as "cseq" or "length"
     * @param detail one line for the log; holds no text of the peer's
     * @param answer what to send back where this was a request with a Via to answer to: 400, 505, 413; empty for silence
     */
    record Malformed(String reason, String detail, Optional<SipResponse> answer) implements Parsed {}

    /** Line ends or nothing: RFC 5626 §3.5.1. {@code ping}: a double CRLF, which a stream answers with a single one. */
    record KeepAlive(boolean ping) implements Parsed {}
}
