package org.rexian.sip.transaction;

import java.util.random.RandomGenerator;

/** Fresh branches, tags and Call-IDs (RFC 3261 §8.1.1.7, §19.3): 60 random bits and more, so nobody guesses them. */
public final class Tokens {
    private static final char[] ALPHABET =
            "0123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ-_.!~".toCharArray();

    private final RandomGenerator random;

    /** {@code random}: a secure one in service, a seeded one in tests. */
    public Tokens(RandomGenerator random) {
        this.random = random;
    }

    /** A branch with the magic cookie. */
    public String branch() {
        return "z9hG4bK" + text(12);
    }

    /** A From or To tag. */
    public String tag() {
        return text(10);
    }

    /** A Call-ID; without a host, which would tell about our network. */
    public String callId() {
        return text(20);
    }

    private String text(int length) {
        char[] chars = new char[length];
        long bits = 0;
        for (int i = 0; i < length; i++) {
            if (i % 10 == 0) {
                bits = random.nextLong();
            }
            chars[i] = ALPHABET[(int) (bits & 63)];
            bits >>>= 6;
        }
        return new String(chars);
    }
}
