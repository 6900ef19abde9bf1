package org.rexian.server.config;

/** What a phone may prove its password by (RFC 8760). */
public enum DigestAlgorithm {
    SHA_256,
    MD5
}
