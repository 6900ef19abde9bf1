package org.rexian.sip.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.sip.wire.SipResponse;

/** What is refused before it has a meaning (RFC 3261 §8.2), and requests inside dialogs that do not fit. */
class GateScenarioTest {
    private final VirtualNetwork net = new VirtualNetwork();
    private final Phone bob = new Phone(net, "bob", 2);
    private final RawPeer peer = new RawPeer(net, 9);
    private int cseq;

    private SipResponse ask(String method, String... more) {
        return peer.ask(bob.address, method, bob.uri("10060"), "", ++cseq, more);
    }

    @Test
    void unknownMethodsAndThoseThatWeDoNotServe() {
        SipResponse unknown = ask("JUMP");
        assertThat(unknown.status()).isEqualTo(501);
        assertThat(unknown.header("Allow")).contains(RequestGate.ALLOW);
        SipResponse known = ask("SUBSCRIBE");
        assertThat(known.status()).isEqualTo(405);
        assertThat(known.header("Allow")).contains(RequestGate.ALLOW);
    }

    @Test
    void unknownSchemesAndExtensions() {
        assertThat(peer.ask(bob.address, "OPTIONS", "soap.beep://192.0.2.1", "", ++cseq)
                        .status())
                .isEqualTo(416);
        SipResponse extension = ask("OPTIONS", "Require: 100rel, timer, x");
        assertThat(extension.status()).isEqualTo(420);
        assertThat(extension.header("Unsupported")).contains("100rel, x");
    }

    @Test
    void contentThatWeCannotRead() {
        SipResponse type = ask("INVITE", "Content-Type: text/plain", "Content-Length: 2", "", "hi");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.header("Accept")).contains("application/sdp");
        SipResponse encoding =
                ask("INVITE", "Content-Type: application/sdp", "Content-Encoding: gzip", "Content-Length: 2", "", "hi");
        assertThat(encoding.status()).isEqualTo(415);
        assertThat(encoding.header("Accept-Encoding")).contains("identity");
        assertThat(ask("INVITE", "Accept: text/plain").status()).isEqualTo(406);
        assertThat(bob.events()).isEmpty();
        assertThat(bob.refused)
                .containsExactly(
                        "415 stranger to 10060 from 10.0.0.9",
                        "415 stranger to 10060 from 10.0.0.9",
                        "406 stranger to 10060 from 10.0.0.9");
        ask("INVITE", "Accept: text/plain, Application/SDP;level=1");
        assertThat(bob.events()).containsExactly("invite 10060 by stranger of trunk lan");
    }

    @Test
    void noSuchDialog() {
        for (String method : new String[] {"BYE", "INFO", "UPDATE"}) {
            assertThat(ask(method).status()).as(method).isEqualTo(481);
        }
        assertThat(peer.ask(bob.address, "INVITE", bob.uri("1"), "nonsuch", 1).status())
                .isEqualTo(481);
        assertThat(bob.refused).as("none of these was a new call").isEmpty();
    }

    @Test
    void optionsAreAnsweredForTheEndpoint() {
        SipResponse options = ask("OPTIONS");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).contains(RequestGate.ALLOW);
        assertThat(options.header("Accept")).contains("application/sdp");
        assertThat(options.header("Server")).contains("Rexian");
    }

    private String established() {
        peer.sendSdp(bob.address, "INVITE", bob.uri("10060"), "", 5, "o1");
        net.run(20);
        bob.answer("a1");
        net.run(20);
        String tag = peer.responses.getLast().to().tag();
        peer.send(bob.address, "ACK", bob.uri("10060"), tag, 5);
        net.run(20);
        bob.events();
        return tag;
    }

    private SipResponse inside(String tag, String method, long cseq, String... more) {
        return peer.ask(bob.address, method, bob.uri("10060"), tag, cseq, more);
    }

    @Test
    void insideADialog() {
        String tag = established();
        assertThat(inside(tag, "OPTIONS", 6).status()).isEqualTo(200);
        assertThat(inside(tag, "INFO", 5).status()).as("lower CSeq").isEqualTo(500);
        SipResponse info =
                inside(tag, "INFO", 7, "Content-Type: application/dtmf-relay", "Content-Length: 8", "", "Signal=1");
        assertThat(info.status()).isEqualTo(200);
        assertThat(bob.events()).containsExactly("info application/dtmf-relay Signal=1");
        assertThat(inside(tag, "PRACK", 8).status()).isEqualTo(405);
        assertThat(inside(tag, "UPDATE", 9).status()).as("without offer").isEqualTo(200);
        assertThat(bob.events()).isEmpty();
        peer.sendSdp(bob.address, "UPDATE", bob.uri("10060"), tag, 10, "hold");
        net.run(20);
        assertThat(bob.events()).containsExactly("offer hold");
        bob.answerOffer("held");
        net.run(20);
        assertThat(peer.responses.getLast().status()).isEqualTo(200);
        assertThat(peer.responses.getLast().bodyText()).isEqualTo("held");
        assertThat(inside(tag, "BYE", 11).status()).isEqualTo(200);
        assertThat(inside(tag, "BYE", 12).status()).as("over").isEqualTo(481);
        assertThat(bob.events()).containsExactly("ended REMOTE_BYE 0");
    }

    @Test
    void overlappingOffersAndAMovedContact() {
        String tag = established();
        peer.sendSdp(bob.address, "INVITE", bob.uri("10060"), tag, 6, "one");
        net.run(20);
        peer.sendSdp(bob.address, "INVITE", bob.uri("10060"), tag, 7, "two");
        net.run(20);
        SipResponse second = peer.responses.getLast();
        assertThat(second.status()).isEqualTo(500);
        assertThat(second.header("Retry-After")).isPresent();
        assertThat(bob.events()).containsExactly("offer one");
        assertThat(inside(tag, "UPDATE", 8, "Contact: <sip:moved@10.0.0.10>").status())
                .isEqualTo(200);
    }

    @Test
    void aByeInsteadOfACancel() {
        peer.sendSdp(bob.address, "INVITE", bob.uri("10060"), "", 5, "o1");
        net.run(20);
        bob.last().progress(180, new byte[0]);
        net.run(20);
        String tag = peer.responses.getLast().to().tag();
        inside(tag, "BYE", 6);
        assertThat(peer.responses.stream().map(SipResponse::status)).contains(180, 200, 487);
        assertThat(bob.events()).endsWith("ended REMOTE_CANCEL 0");
    }

    @Test
    void sessionTimers() {
        assertThat(ask("INVITE", "Supported: timer", "Session-Expires: 30").status())
                .isEqualTo(422);
        assertThat(peer.responses.getLast().header("Min-SE")).contains("90");
        peer.send(bob.address, "INVITE", bob.uri("1"), "", 2, "Supported: timer", "Session-Expires: 90");
        net.run(20);
        bob.answer("o");
        net.run(20);
        SipResponse ok = peer.responses.getLast();
        assertThat(ok.header("Session-Expires")).contains("90;refresher=uac");
        peer.send(bob.address, "ACK", bob.uri("1"), ok.to().tag(), 2);
        net.run(59_000);
        assertThat(bob.events()).endsWith("confirmed");
        assertThat(inside(ok.to().tag(), "UPDATE", 3, "Supported: timer", "Session-Expires: 90")
                        .status())
                .isEqualTo(200);
        net.run(59_000);
        assertThat(bob.events()).isEmpty();
        net.run(2_000);
        assertThat(bob.events()).containsExactly("ended TIMEOUT 408");
        assertThat(peer.methods()).contains("BYE");
    }
}
