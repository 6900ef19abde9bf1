package org.rexian.sip.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.InboundListener;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** A peer that does what no honest one does: it sends whatever text a test gives it, and keeps what it gets. */
final class RawPeer implements InboundListener {
    final List<SipRequest> requests = new ArrayList<>();
    final List<SipResponse> responses = new ArrayList<>();
    private final VirtualNetwork net;
    final InetSocketAddress address;
    private int branch;

    RawPeer(VirtualNetwork net, int number) {
        this.net = net;
        this.address = net.address("raw" + number, number);
        net.attach(address, this);
    }

    String host() {
        return address.getAddress().getHostAddress();
    }

    /** Sends a request with the usual headers, then {@code more} (header lines, an empty line and a body where one is wanted). */
    SipResponse ask(InetSocketAddress to, String method, String uri, String toTag, long cseq, String... more) {
        send(to, method, uri, toTag, cseq, more);
        net.run(40);
        return responses.getLast();
    }

    void send(InetSocketAddress to, String method, String uri, String toTag, long cseq, String... more) {
        String head = method + " " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + host() + ":5060;branch=z9hG4bKraw" + branch++ + "\r\n"
                + "From: <sip:stranger@" + host() + ">;tag=rawtag\r\n"
                + "To: <" + uri + ">" + (toTag.isEmpty() ? "" : ";tag=" + toTag) + "\r\n"
                + "Call-ID: raw-call\r\nCSeq: " + cseq + " " + method + "\r\nMax-Forwards: 70\r\n"
                + "Contact: <sip:raw@" + host() + ">\r\n";
        net.transmit(
                address,
                to,
                (head + String.join("\r\n", more) + (more.length == 0 ? "" : "\r\n") + "\r\n").getBytes(UTF_8));
    }

    /** As {@link #send}, with an SDP body of one word. */
    void sendSdp(InetSocketAddress to, String method, String uri, String toTag, long cseq, String sdp) {
        String head = method + " " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + host() + ":5060;branch=z9hG4bKraw" + branch++ + "\r\n"
                + "From: <sip:stranger@" + host() + ">;tag=rawtag\r\n"
                + "To: <" + uri + ">" + (toTag.isEmpty() ? "" : ";tag=" + toTag) + "\r\n"
                + "Call-ID: raw-call\r\nCSeq: " + cseq + " " + method + "\r\nMax-Forwards: 70\r\n"
                + "Contact: <sip:raw@" + host() + ">\r\nContent-Type: application/sdp\r\n"
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp;
        net.transmit(address, to, head.getBytes(UTF_8));
    }

    /** Answers a request as a fork with this tag; {@code headers} are whole lines. */
    void answer(SipRequest request, InetSocketAddress to, int status, String tag, String sdp, String... headers) {
        var response = request.response(status).toTag(tag);
        for (String line : headers) {
            int colon = line.indexOf(':');
            response.header(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        net.transmit(
                address,
                to,
                response.body("application/sdp", sdp.getBytes(UTF_8)).build().encoded());
    }

    List<String> methods() {
        return requests.stream().map(SipRequest::method).toList();
    }

    @Override
    public void onRequest(SipRequest request, Flow flow) {
        requests.add(request);
    }

    @Override
    public void onResponse(SipResponse response, Flow flow) {
        responses.add(response);
    }
}
