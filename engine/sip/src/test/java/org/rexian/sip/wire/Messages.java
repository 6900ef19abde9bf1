package org.rexian.sip.wire;

import java.nio.charset.StandardCharsets;

/** Messages for tests, written as text with bare line feeds. */
public final class Messages {
    private Messages() {}

    public static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public static SipRequest request(String text) {
        Parsed parsed = SipCodec.parse(bytes(text));
        if (parsed instanceof Parsed.Request(SipRequest request)) {
            return request;
        }
        throw new AssertionError("not a request: " + parsed);
    }

    /** A request outside of a dialog, as a phone would send it by UDP. */
    public static String text(String method, String branch) {
        return """
                %1$s sip:10060@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:40001;branch=%2$s;rport
                Max-Forwards: 70
                From: "Li Lei" <sip:lilei@127.0.0.1>;tag=li
                To: <sip:10060@127.0.0.1>
                Call-ID: %2$s
                CSeq: 7 %1$s
                Contact: <sip:lilei@127.0.0.1:40001>
                Content-Length: 0

                """.formatted(method, branch);
    }
}
