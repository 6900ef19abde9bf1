package org.rexian.sip.auth;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Answers challenges for one set of credentials (RFC 7616 §3.4, RFC 8760 §2.4), and keeps the last challenge so that later
 * requests carry credentials at once, with the count going up. One thread.
 */
public final class DigestClient {
    private final String user;
    private final Secret secret;
    private final RandomGenerator random;
    private Optional<DigestValues> challenge = Optional.empty();
    private long count;

    public DigestClient(String user, Secret secret, RandomGenerator random) {
        this.user = user;
        this.secret = secret;
        this.random = random;
    }

    /**
     * Takes the values of a 401's WWW-Authenticate or a 407's Proxy-Authenticate headers. False when trying again is
     * pointless: no algorithm that we know, or our answer to a fresh nonce was refused.
     *
     * @param triedBefore the refused request carried credentials already
     */
    public boolean challenged(List<String> values, boolean triedBefore) {
        for (String value : values) {
            Optional<DigestValues> offered = DigestValues.parse(value);
            if (offered.isPresent() && usable(offered.get())) {
                boolean newNonce = challenge.isEmpty()
                        || !challenge.get().nonce().equals(offered.get().nonce());
                boolean again = !triedBefore || (offered.get().stale() && newNonce);
                challenge = offered;
                count = 0;
                return again;
            }
        }
        return false;
    }

    private boolean usable(DigestValues v) {
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(v.algorithm());
        boolean qopFits = v.qop().isEmpty() || v.offersAuth();
        return algorithm.isPresent()
                && qopFits
                && !v.nonce().isEmpty()
                && !secret.ha1(algorithm.get(), user, v.realm()).isEmpty();
    }

    /** The (Proxy-)Authorization value for a request, when a challenge is known. */
    public Optional<String> authorization(String method, String uri) {
        return challenge.map(c -> answer(c, method, uri));
    }

    private String answer(DigestValues c, String method, String uri) {
        DigestAlgorithm algorithm = DigestAlgorithm.of(c.algorithm()).orElseThrow();
        boolean qop = !c.qop().isEmpty();
        String cnonce = HexFormat.of().toHexDigits(random.nextLong());
        String nc = HexFormat.of().toHexDigits(++count, 8);
        DigestValues v = new DigestValues(
                user, c.realm(), c.nonce(), uri, "", c.algorithm(), qop ? "auth" : "", cnonce, nc, c.opaque(), false);
        String response = algorithm.response(secret.ha1(algorithm, user, c.realm()), method, v);
        StringBuilder out = new StringBuilder(256)
                .append("Digest username=")
                .append(ParameterList.quote(user))
                .append(", realm=")
                .append(ParameterList.quote(c.realm()))
                .append(", nonce=")
                .append(ParameterList.quote(c.nonce()))
                .append(", uri=")
                .append(ParameterList.quote(uri))
                .append(", response=\"")
                .append(response)
                .append('"');
        if (!c.algorithm().isEmpty()) {
            out.append(", algorithm=").append(algorithm.token());
        }
        if (qop) {
            out.append(", qop=auth, nc=")
                    .append(nc)
                    .append(", cnonce=\"")
                    .append(cnonce)
                    .append('"');
        }
        if (!c.opaque().isEmpty()) {
            out.append(", opaque=").append(ParameterList.quote(c.opaque()));
        }
        return out.toString();
    }
}
