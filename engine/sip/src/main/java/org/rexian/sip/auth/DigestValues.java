package org.rexian.sip.auth;

import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one digest header, challenge or credentials alike (RFC 7616 §3.3, §3.4). Absent ones are empty strings.
 * {@code nonceCount} stays text because it is hashed as it was written.
 */
public record DigestValues(
        String username,
        String realm,
        String nonce,
        String uri,
        String response,
        String algorithm,
        String qop,
        String cnonce,
        String nonceCount,
        String opaque,
        boolean stale) {

    /** Reads {@code Digest name="value", ...}; empty for another scheme or for a value that is no list of parameters. */
    public static Optional<DigestValues> parse(String headerValue) {
        return ParameterList.parse(headerValue, "Digest").map(DigestValues::of);
    }

    private static DigestValues of(Map<String, String> p) {
        return new DigestValues(
                p.getOrDefault("username", ""),
                p.getOrDefault("realm", ""),
                p.getOrDefault("nonce", ""),
                p.getOrDefault("uri", ""),
                p.getOrDefault("response", ""),
                p.getOrDefault("algorithm", ""),
                p.getOrDefault("qop", ""),
                p.getOrDefault("cnonce", ""),
                p.getOrDefault("nc", ""),
                p.getOrDefault("opaque", ""),
                p.getOrDefault("stale", "").equalsIgnoreCase("true"));
    }

    /** True when a challenge's list of qop values holds {@code auth}. */
    boolean offersAuth() {
        for (String each : qop.split(",", -1)) {
            if (each.strip().equalsIgnoreCase("auth")) {
                return true;
            }
        }
        return false;
    }
}
