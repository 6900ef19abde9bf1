package org.rexian.sip.auth;

/** How an account proves itself. Never printed. */
public sealed interface Secret {

    /** HA1 for this algorithm; empty when the secret cannot give it. */
    String ha1(DigestAlgorithm algorithm, String user, String realm);

    /** The password itself. */
    record Password(String text) implements Secret {
        @Override
        public String ha1(DigestAlgorithm algorithm, String user, String realm) {
            return algorithm.ha1(user, realm, text);
        }

        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /** H(user:realm:password) in hex for the configured realm; an empty one switches that algorithm off for the account. */
    record Hashes(String sha256, String md5) implements Secret {
        @Override
        public String ha1(DigestAlgorithm algorithm, String user, String realm) {
            return algorithm == DigestAlgorithm.SHA_256 ? sha256 : md5;
        }

        @Override
        public String toString() {
            return "Hashes[***]";
        }
    }

    /** Nothing proves this account: it cannot register, and calls from it need a known address. */
    record None() implements Secret {
        @Override
        public String ha1(DigestAlgorithm algorithm, String user, String realm) {
            return "";
        }
    }
}
