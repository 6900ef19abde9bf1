package org.rexian.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codec alone says to each message of RFC 4475. "request" and "response" are let through to whoever is above. */
class TortureCodecTest {

    @ParameterizedTest(name = "{0} => {1}")
    @CsvSource(textBlock = """
                    wsinv,      request INVITE
                    intmeth,    request !interesting-Method0123456789_*+`.%indeed'~
                    esc01,      request INVITE
                    escnull,    request REGISTER
                    esc02,      request RE%47IST%45R
                    lwsdisp,    request OPTIONS
                    longreq,    request INVITE
                    dblreq,     request REGISTER
                    semiuri,    request OPTIONS
                    transports, request OPTIONS
                    mpart01,    request MESSAGE
                    unreason,   response 200
                    noreason,   response 100
                    badinv01,   400 via
                    clerr,      400 content-length
                    ncl,        400 content-length
                    scalar02,   400 cseq
                    scalarlg,   dropped cseq
                    quotbal,    400 to
                    ltgtruri,   400 request-uri
                    lwsruri,    400 request-uri
                    lwsstart,   400 request-uri
                    trws,       400 request-line
                    escruri,    400 request-uri
                    baddate,    request INVITE
                    regbadct,   400 contact
                    badaspec,   400 to
                    baddn,      400 truncated
                    badvers,    505 version
                    mismatch01, 400 cseq-method
                    mismatch02, 400 cseq-method
                    bigcode,    dropped status-line
                    badbranch,  request OPTIONS
                    insuf,      400 missing-from
                    unkscm,     request OPTIONS
                    novelsc,    request OPTIONS
                    unksm2,     request REGISTER
                    bext01,     request OPTIONS
                    invut,      request INVITE
                    regaut01,   request REGISTER
                    multi01,    400 duplicate-from
                    mcl01,      400 duplicate-content-length
                    bcast,      response 200
                    zeromf,     request OPTIONS
                    cparam01,   request REGISTER
                    cparam02,   request REGISTER
                    regescrt,   request REGISTER
                    sdp01,      request INVITE
                    inv2543,    request INVITE
                    """, quoteCharacter = '"')
    void saysWhatTheRfcAllows(String name, String expected) throws IOException {
        assertThat(verdict(SipCodec.parse(bytes(name)))).isEqualTo(expected);
    }

    @Test
    void escapesAreResolvedOnceAndOnlyOnce() throws IOException {
        SipRequest request = request("esc01");
        assertThat(request.uri().user()).isEqualTo("sips:user@example.com");
        assertThat(request.contacts().getFirst().uri().user()).isEqualTo("caller");
        assertThat(request.contacts().getFirst().uri().params())
                .containsEntry("lr", "")
                .containsEntry("name", "value%41");
    }

    @Test
    void anEscapedNullDoesNotCutAUserShort() throws IOException {
        SipRequest request = request("escnull");
        assertThat(request.to().uri().user()).isEqualTo("null-\0-null");
        assertThat(request.contacts()).hasSize(2);
        assertThat(request.contacts().get(0).uri())
                .isNotEqualTo(request.contacts().get(1).uri());
    }

    @Test
    void theUserPartMayHoldSemicolons() throws IOException {
        assertThat(request("semiuri").uri().user()).isEqualTo("user;par=u@example.net");
        assertThat(request("semiuri").uri().params()).isEmpty();
    }

    @Test
    void foldedAndCompactHeadersAreRead() throws IOException {
        SipRequest request = request("wsinv");
        assertThat(request.vias()).hasSize(3);
        assertThat(request.to().tag()).isEqualTo("1918181833n");
        assertThat(request.from().display()).isEqualTo("J Rosenberg \\\"");
        assertThat(request.maxForwards()).hasValue(68);
        assertThat(request.routes()).hasSize(1);
    }

    @Test
    void whatFollowsTheBodyInADatagramIsIgnored() throws IOException {
        assertThat(request("dblreq").body()).isEmpty();
        assertThat(request("mpart01").body()).hasSize(553);
    }

    private static String verdict(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Request(SipRequest request) -> "request " + request.method();
            case Parsed.Response(SipResponse response) -> "response " + response.status();
            case Parsed.Malformed(String reason, String detail, Optional<SipResponse> answer) ->
                answer.map(response -> response.status() + " ").orElse("dropped ") + reason;
            case Parsed.KeepAlive keepAlive -> "keep-alive";
        };
    }

    private static SipRequest request(String name) throws IOException {
        return ((Parsed.Request) SipCodec.parse(bytes(name))).request();
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = TortureCodecTest.class.getResourceAsStream("/torture/rfc4475/" + name + ".dat")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
