package org.rexian.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that a server hands to strangers for nothing: each carries its time and a keyed sum, so that only a nonce that proved
 * a password costs memory. Of those, the counts seen are kept against replay (RFC 7616 §3.4), within a bound: forgetting
 * one makes every nonce of its age and older stale, never replayable. One thread.
 */
public final class Nonces {
    private static final int TIME_HEX = 12;
    private static final int SERIAL_HEX = 8;
    private static final int SUM_BYTES = 12;
    private static final HexFormat HEX = HexFormat.of();

    /** What a nonce is worth. */
    public enum Verdict {
        /** Ours, in time, and this count is new. */
        GOOD,
        /** Ours once, but too old, or its count was seen before: a fresh challenge with stale=true is due. */
        STALE,
        /** Not ours. */
        FORGED
    }

    private final Mac mac;
    private final long lifeMillis;
    private final int maxTracked;
    private final LinkedHashMap<String, CountWindow> seen = new LinkedHashMap<>();
    private int serial;
    private long staleUpToMillis = -1;

    /** @param secret at least 16 random bytes, kept nowhere else. */
    public Nonces(byte[] secret, long lifeMillis, int maxTracked) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("the JDK has no HmacSHA256", e);
        }
        this.lifeMillis = lifeMillis;
        this.maxTracked = maxTracked;
    }

    /** A new nonce of this moment. */
    public String issue(long nowMillis) {
        String stamp = HEX.toHexDigits(nowMillis, TIME_HEX) + HEX.toHexDigits(serial++);
        return stamp + sum(stamp);
    }

    /** Judges a nonce without using it up. */
    public Verdict check(String nonce, long count, long nowMillis) {
        int stampLength = TIME_HEX + SERIAL_HEX;
        if (nonce.length() != stampLength + 2 * SUM_BYTES || !sumMatches(nonce, stampLength)) {
            return Verdict.FORGED;
        }
        long issued = issuedAt(nonce);
        if (issued + lifeMillis <= nowMillis || issued <= staleUpToMillis) {
            return Verdict.STALE;
        }
        CountWindow window = seen.get(nonce);
        return window == null || window.isNew(count) ? Verdict.GOOD : Verdict.STALE;
    }

    /** Marks the count as used, after the credentials proved right. */
    public void use(String nonce, long count, long nowMillis) {
        forgetOld(nowMillis);
        CountWindow window = seen.get(nonce);
        if (window == null) {
            window = new CountWindow();
            seen.put(nonce, window);
        }
        window.mark(count);
    }

    private void forgetOld(long nowMillis) {
        Iterator<Map.Entry<String, CountWindow>> oldestFirst = seen.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            long issued = issuedAt(oldestFirst.next().getKey());
            boolean expired = issued + lifeMillis <= nowMillis;
            if (!expired && seen.size() < maxTracked) {
                return;
            }
            if (!expired) {
                staleUpToMillis = Math.max(staleUpToMillis, issued);
            }
            oldestFirst.remove();
        }
    }

    private static long issuedAt(String nonce) {
        return HexFormat.fromHexDigitsToLong(nonce, 0, TIME_HEX);
    }

    private String sum(String stamp) {
        return HEX.formatHex(mac.doFinal(stamp.getBytes(StandardCharsets.US_ASCII)), 0, SUM_BYTES);
    }

    private boolean sumMatches(String nonce, int stampLength) {
        byte[] theirs = nonce.substring(stampLength).getBytes(StandardCharsets.UTF_8);
        byte[] ours = sum(nonce.substring(0, stampLength)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(theirs, ours);
    }
}
