package org.rexian.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A digest algorithm of RFC 8760, strongest first. */
public enum DigestAlgorithm {
    SHA_256("SHA-256"),
    MD5("MD5");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** As written in headers, and as the JDK calls it. */
    public String token() {
        return token;
    }

    /** The algorithm of a header's {@code algorithm} parameter; absent (empty) means MD5; the -sess forms are unknown to us. */
    public static Optional<DigestAlgorithm> of(String token) {
        if (token.isEmpty() || token.equalsIgnoreCase("MD5")) {
            return Optional.of(MD5);
        }
        return token.equalsIgnoreCase("SHA-256") ? Optional.of(SHA_256) : Optional.empty();
    }

    /** H(text) of RFC 7616 as lower-case hex, over UTF-8. */
    public String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance(token).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no " + token, e);
        }
    }

    /** H(user:realm:password): all that a server needs to keep of a password. */
    public String ha1(String user, String realm, String password) {
        return hash(user + ':' + realm + ':' + password);
    }

    /** The {@code response} value: with qop=auth when {@code qop} is not empty, else the form of RFC 2069. */
    public String response(String ha1, String method, DigestValues v) {
        String ha2 = hash(method + ':' + v.uri());
        if (v.qop().isEmpty()) {
            return hash(ha1 + ':' + v.nonce() + ':' + ha2);
        }
        return hash(ha1 + ':' + v.nonce() + ':' + v.nonceCount() + ':' + v.cnonce() + ':' + v.qop() + ':' + ha2);
    }
}
