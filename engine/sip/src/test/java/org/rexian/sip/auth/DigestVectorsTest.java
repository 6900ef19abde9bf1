package org.rexian.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The two examples of RFC 7616 §3.9.1, and the form without qop of RFC 2069 as corrected by its erratum. */
class DigestVectorsTest {
    private static final String AUTHORIZATION = "Digest username=\"Mufasa\", realm=\"http-auth@example.org\","
            + " uri=\"/dir/index.html\", algorithm=ALGORITHM, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " nc=00000001, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth,"
            + " response=\"x\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    @Test
    void md5() {
        assertThat(responseTo(DigestAlgorithm.MD5)).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    }

    @Test
    void sha256() {
        assertThat(responseTo(DigestAlgorithm.SHA_256))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    private static String responseTo(DigestAlgorithm algorithm) {
        DigestValues v = DigestValues.parse(AUTHORIZATION.replace("ALGORITHM", algorithm.token()))
                .orElseThrow();
        return algorithm.response(algorithm.ha1("Mufasa", v.realm(), "Circle of Life"), "GET", v);
    }

    @Test
    void withoutQopTheShortForm() {
        DigestValues v = DigestValues.parse("Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\"")
                .orElseThrow();
        String ha1 = DigestAlgorithm.MD5.ha1("Mufasa", v.realm(), "CircleOfLife");
        assertThat(DigestAlgorithm.MD5.response(ha1, "GET", v)).isEqualTo("1949323746fe6a43ef61f9606e7febea");
    }

    @Test
    void clientTakesTheStrongestKnownAlgorithmAndCountsUp() {
        DigestClient client = new DigestClient("ann", new Secret.Password("secret"), new Random(1));
        List<String> challenges = List.of(
                "Digest realm=\"r\", nonce=\"n0\", algorithm=SHA-512-256, qop=\"auth\"",
                "Digest realm=\"r\", nonce=\"n1\", algorithm=SHA-256, qop=\"auth-int, auth\"",
                "Digest realm=\"r\", nonce=\"n2\", algorithm=MD5, qop=\"auth\"");
        assertThat(client.challenged(challenges, false)).isTrue();
        assertThat(client.authorization("REGISTER", "sip:r").orElseThrow())
                .contains("nonce=\"n1\"", "algorithm=SHA-256", "nc=00000001", "qop=auth");
        assertThat(client.authorization("REGISTER", "sip:r").orElseThrow()).contains("nc=00000002");
        assertThat(client.challenged(challenges, true)).as("refused again").isFalse();
    }

    @Test
    void brokenHeadersAreNoCredentials() {
        for (String text : List.of(
                "",
                "Digest",
                "Digestnonce=1",
                "Basic abc",
                "Digest a",
                "Digest a=\"",
                "Digest n=1, n=2",
                "Digest \"")) {
            assertThat(DigestValues.parse(text)).as(text).isEmpty();
        }
        assertThat(DigestValues.parse("digest  Realm=\"a\\\"b\" , ,nonce = x").orElseThrow())
                .extracting(DigestValues::realm, DigestValues::nonce)
                .containsExactly("a\"b", "x");
    }
}
