package org.rexian.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipMessageTest {
    private static final String INVITE = Messages.text("INVITE", "z9hG4bKplain");

    @Test
    void aResponseRepeatsWhatTheRfcWantsAndCountsItsBody() {
        SipRequest request = Messages.request(INVITE.replace(
                "Max-Forwards", "v: SIP/2.0/UDP second.example\nRecord-Route: <sip:p.example;lr>\nMax-Forwards"));
        SipResponse response = request.response(200)
                .toTag("us")
                .body("application/sdp", "v=0\r\n中".getBytes(StandardCharsets.UTF_8))
                .build();
        assertThat(new String(response.encoded(), StandardCharsets.UTF_8)).isEqualTo("""
                        SIP/2.0 200 OK
                        Via: SIP/2.0/UDP 127.0.0.1:40001;branch=z9hG4bKplain;rport
                        Via: SIP/2.0/UDP second.example
                        From: "Li Lei" <sip:lilei@127.0.0.1>;tag=li
                        To: <sip:10060@127.0.0.1>;tag=us
                        Call-ID: z9hG4bKplain
                        CSeq: 7 INVITE
                        Record-Route: <sip:p.example;lr>
                        Content-Type: application/sdp
                        Content-Length: 8

                        v=0
                        中""".replace("\n", "\r\n"));
        assertThat(response.encoded()).isSameAs(response.encoded());
    }

    @Test
    void aTagOfTheRequestIsNotDoubled() {
        SipRequest request = Messages.request(INVITE.replace("To: <sip:10060@127.0.0.1>", "To: <sip:1@x>;tag=old"));
        assertThat(request.response(200).toTag("new").build().to().tag()).isEqualTo("old");
    }

    @Test
    void whereARequestCameFromIsWrittenIntoItsTopVia() throws UnknownHostException {
        InetSocketAddress nat = new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 1, 2, 3}), 7777);
        SipRequest request = Messages.request(INVITE.replace(";rport", ";rport;received=6.6.6.6"));
        assertThat(request.receivedFrom(nat).header("Via"))
                .hasValue("SIP/2.0/UDP 127.0.0.1:40001;branch=z9hG4bKplain;rport=7777;received=10.1.2.3");
        InetSocketAddress same = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_001);
        SipRequest honest = Messages.request(INVITE.replace(";rport", ""));
        assertThat(honest.receivedFrom(same)).isSameAs(honest);
        assertThat(honest.receivedFrom(nat).topVia().received()).isEqualTo("10.1.2.3");
        assertThat(honest.receivedFrom(nat).topVia().wantsRport()).isFalse();
    }

    @Test
    void namesAreFoundWhateverTheirSpelling() {
        SipRequest request = Messages.request(INVITE.replace("Contact:", "m:")
                .replace("Max-Forwards: 70", "MAX-FORWARDS: 70\nk: a, b\nSupported: c\nX-Odd: 1\nx-ODD: 2"));
        assertThat(request.contacts()).hasSize(1);
        assertThat(request.maxForwards()).hasValue(70);
        assertThat(request.supported()).containsExactly("a", "b", "c");
        assertThat(request.headers("x-odd")).containsExactly("1", "2");
    }

    @Test
    void callerSuppliedTextCannotBecomeAHeader() {
        SipRequest request = SipRequest.builder("MESSAGE", SipUri.of("a b\r\n;x=1", "h", 0))
                .from(NameAddress.of("Eve\"\r\nX-Evil: 1", SipUri.of("eve", "h", 0))
                        .withTag("1"))
                .to(NameAddress.of(SipUri.of("a", "h", 0)))
                .callId("c\r\nX-Evil: 2")
                .cseq(1)
                .header("Subject", "hi\r\nX-Evil: 3")
                .via(new Via("UDP", "h", 0, java.util.Map.of("branch", "z9hG4bK1")))
                .build();
        assertThat(new String(request.encoded(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("X-")))
                .isEmpty();
        assertThat(request.uri().toString()).isEqualTo("sip:a%20b%0D%0A;x=1@h");
        SipRequest again = Messages.request(
                new String(request.toBuilder().callId("c").build().encoded(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n"));
        assertThat(again.from().display()).isEqualTo("Eve\"  X-Evil: 1");
        assertThat(again.uri().user()).isEqualTo("a b\r\n;x=1");
    }

    @Test
    void aRequestWithoutItsMandatoryHeadersIsOurMistake() {
        assertThatThrownBy(
                        () -> SipRequest.builder("BYE", SipUri.of("a", "h", 0)).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("From");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:alice@atlanta.com",
                "sip:alice:secretword@atlanta.com;transport=tcp",
                "sips:alice@atlanta.com?subject=project%20x&priority=urgent",
                "sip:+1-212-555-1212:1234@gateway.com;user=phone",
                "sip:atlanta.com;method=REGISTER",
                "sip:[2001:db8::1]:5061;lr",
                "sip:%E7%83%AD%E7%BA%BF@example.cn",
                "tel:+86-10060"
            })
    void soundUrisKeepTheirText(String text) {
        assertThat(SipUri.parse(text)).hasValueSatisfying(uri -> assertThat(uri).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sip:",
                ":",
                "alice",
                "sip:a@b@c",
                "sip:a b@c",
                "sip:a@",
                "sip:a@b:99999",
                "sip:a@b:x",
                "sip:%zz@b",
                "sip:a@b<c>",
                "1sip:a@b"
            })
    void brokenUrisAreRefused(String text) {
        assertThat(SipUri.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void partsOfAUri() {
        SipUri uri =
                SipUri.parse("SIP:%E7%BA%BF;x@Example.CN:5070;Transport=TCP;lr").orElseThrow();
        assertThat(uri.scheme()).isEqualTo("sip");
        assertThat(uri.user()).isEqualTo("线;x");
        assertThat(uri.host()).isEqualTo("example.cn");
        assertThat(uri.port()).isEqualTo(5070);
        assertThat(uri.param("transport")).hasValue("TCP");
        assertThat(uri.looseRouter()).isTrue();
        assertThat(uri.bare()).hasToString("sip:%E7%BA%BF;x@example.cn:5070");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:a@b>;;x",
                "<sip:a@b",
                "\"x <sip:a@b>",
                "a, b <sip:a@b>",
                "sip:a@b?x=1",
                "<sip:a@b>;tag=1;tag=2",
                "<sip:a@b> junk",
                "<sip:a@b>;x=\"1",
                "\"a\" sip:a@b"
            })
    void brokenAddressesAreRefused(String text) {
        assertThat(NameAddress.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void keepAlivesAreToldFromMessages() {
        assertThat(SipCodec.parse(Messages.bytes("\n\n"))).isEqualTo(new Parsed.KeepAlive(true));
        assertThat(SipCodec.parse(new byte[0])).isEqualTo(new Parsed.KeepAlive(false));
        assertThat(SipCodec.parse(new byte[] {0, 0})).isEqualTo(new Parsed.KeepAlive(false));
        assertThat(SipCodec.parse(Messages.bytes("\n\n" + INVITE))).isInstanceOf(Parsed.Request.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSeq: 2147483648 INVITE", "CSeq: 7", "CSeq: -7 INVITE", "CSeq: 7INVITE", "CSeq: 7 BYE"})
    void brokenSequenceNumbersAreRefused(String line) {
        assertThat(SipCodec.parse(Messages.bytes(INVITE.replace("CSeq: 7 INVITE", line))))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        malformed -> assertThat(malformed.answer().orElseThrow().status())
                                .isEqualTo(400));
    }

    @Test
    void anAckIsNeverAnsweredNorIsWhatHasNoVia() {
        String ack = INVITE.replace("INVITE", "ACK").replace("CSeq: 7", "CSeq: x");
        assertThat(SipCodec.parse(Messages.bytes(ack)))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        malformed -> assertThat(malformed.answer()).isEmpty());
        assertThat(SipCodec.parse(Messages.bytes(INVITE.replace("Via:", "X-Via:"))))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        malformed -> assertThat(malformed.answer()).isEmpty());
    }
}
