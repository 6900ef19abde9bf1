package org.rexian.harness.load.wire;

/** The texts of load's messages. */
final class CallText {
    private CallText() {}

    static String sdp(int port) {
        return """
            v=0\r
            o=load 1 1 IN IP4 127.0.0.1\r
            s=-\r
            c=IN IP4 127.0.0.1\r
            t=0 0\r
            m=audio %d RTP/AVP 0 101\r
            a=rtpmap:0 PCMU/8000\r
            a=rtpmap:101 telephone-event/8000\r
            a=ptime:20\r
            a=sendrecv\r
            """.formatted(port);
    }

    /** {@code to} is what stands in To; the branch is made from Call-ID, CSeq and method, so that a resent request has the same. */
    static String request(
            String method, String uri, String here, String fromUser, String to, String callId, int cseq, String body) {
        StringBuilder text = new StringBuilder(900);
        text.append(method)
                .append(' ')
                .append(uri)
                .append(" SIP/2.0\r\nVia: SIP/2.0/UDP ")
                .append(here);
        text.append(";branch=z9hG4bK")
                .append(callId)
                .append(cseq)
                .append(method)
                .append("\r\nFrom: <sip:");
        text.append(fromUser)
                .append('@')
                .append(here)
                .append(">;tag=f")
                .append(callId)
                .append("\r\nTo: ")
                .append(to);
        text.append("\r\nCall-ID: ")
                .append(callId)
                .append("\r\nCSeq: ")
                .append(cseq)
                .append(' ')
                .append(method);
        text.append("\r\nMax-Forwards: 70\r\nContact: <sip:")
                .append(fromUser)
                .append('@')
                .append(here)
                .append(">\r\n");
        return body(text, body);
    }

    /** A response that mirrors {@code request}; {@code tag} goes into To where there is none yet. */
    static String response(LightMessage request, String status, String tag, String contact, String body) {
        StringBuilder text =
                new StringBuilder(900).append("SIP/2.0 ").append(status).append("\r\n");
        text.append(request.lines("Via")).append(request.lines("Record-Route"));
        String to = request.header("To");
        text.append("From: ").append(request.header("From")).append("\r\nTo: ").append(to);
        if (!to.contains(";tag=")) {
            text.append(";tag=").append(tag);
        }
        text.append("\r\nCall-ID: ").append(request.header("Call-ID"));
        text.append("\r\nCSeq: ").append(request.header("CSeq")).append("\r\n");
        if (!contact.isEmpty()) {
            text.append("Contact: <").append(contact).append(">\r\n");
        }
        return body(text, body);
    }

    private static String body(StringBuilder head, String body) {
        if (!body.isEmpty()) {
            head.append("Content-Type: application/sdp\r\n");
        }
        return head.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }
}
