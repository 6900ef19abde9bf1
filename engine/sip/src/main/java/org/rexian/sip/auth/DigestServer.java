package org.rexian.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for and checks credentials. Known and unknown users get the same answers after the same work: for an unknown one the
 * sums run over a decoy that nothing matches. One thread; time is an argument.
 */
public final class DigestServer {

    /** What a request's credentials are worth. */
    public sealed interface Result {
        /** The user proved its password. */
        record Proven(String user) implements Result {}

        /** Send these as WWW-Authenticate values with 401. {@code wrong}: there were credentials, and they are false. */
        record Challenge(List<String> values, boolean wrong) implements Result {}
    }

    private final String realm;
    private final Nonces nonces;
    private final Function<String, Optional<Secret>> secretOf;
    private final Secret decoy;
    private final List<DigestAlgorithm> offered;

    /** {@code offered}: one challenge for each, in this order; credentials by any other algorithm are false. */
    public DigestServer(
            String realm,
            Nonces nonces,
            Function<String, Optional<Secret>> secretOf,
            String decoyPassword,
            List<DigestAlgorithm> offered) {
        this.realm = realm;
        this.nonces = nonces;
        this.secretOf = secretOf;
        this.decoy = new Secret.Password(decoyPassword);
        this.offered = List.copyOf(offered);
    }

    public String realm() {
        return realm;
    }

    /**
     * Judges the values of all Authorization headers of a request. Those for other realms are passed over. The digest-uri is
     * hashed as written and not compared with the Request-URI (decision 0031).
     */
    public Result check(String method, List<String> authorization, long nowMillis) {
        for (String value : authorization) {
            Optional<DigestValues> credentials = DigestValues.parse(value);
            if (credentials.isPresent() && credentials.get().realm().equals(realm)) {
                return judge(method, credentials.get(), nowMillis);
            }
        }
        return challenge(nowMillis, false, false);
    }

    private Result judge(String method, DigestValues v, long nowMillis) {
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(v.algorithm()).filter(offered::contains);
        long count = nonceCount(v.nonceCount());
        if (algorithm.isEmpty()
                || count <= 0
                || v.cnonce().isEmpty()
                || !v.qop().equalsIgnoreCase("auth")) {
            return challenge(nowMillis, false, true);
        }
        boolean right = passwordFits(method, v, algorithm.get());
        Nonces.Verdict nonce = nonces.check(v.nonce(), count, nowMillis);
        if (!right || nonce == Nonces.Verdict.FORGED) {
            return challenge(nowMillis, false, true);
        }
        if (nonce == Nonces.Verdict.STALE) {
            return challenge(nowMillis, true, false);
        }
        nonces.use(v.nonce(), count, nowMillis);
        return new Result.Proven(v.username());
    }

    private boolean passwordFits(String method, DigestValues v, DigestAlgorithm algorithm) {
        Optional<Secret> known = secretOf.apply(v.username());
        String decoyHa1 = decoy.ha1(algorithm, v.username(), realm);
        String knownHa1 = known.orElse(decoy).ha1(algorithm, v.username(), realm);
        boolean usable = known.isPresent() && !knownHa1.isEmpty();
        String expected = algorithm.response(usable ? knownHa1 : decoyHa1, method, v);
        boolean equal = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), v.response().getBytes(StandardCharsets.UTF_8));
        return equal && usable;
    }

    private Result.Challenge challenge(long nowMillis, boolean stale, boolean wrong) {
        String nonce = nonces.issue(nowMillis);
        List<String> values = new ArrayList<>();
        for (DigestAlgorithm algorithm : offered) {
            values.add("Digest realm=" + ParameterList.quote(realm) + ", nonce=\"" + nonce + "\", algorithm="
                    + algorithm.token() + ", qop=\"auth\"" + (stale ? ", stale=true" : ""));
        }
        return new Result.Challenge(List.copyOf(values), wrong);
    }

    /** Eight hex digits (§3.4); -1 for anything else. */
    private static long nonceCount(String text) {
        if (text.length() != 8) {
            return -1;
        }
        long count = 0;
        for (int i = 0; i < 8; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            count = (count << 4) | digit;
        }
        return count;
    }
}
