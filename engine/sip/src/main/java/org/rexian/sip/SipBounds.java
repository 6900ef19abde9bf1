package org.rexian.sip;

/**
 * Bounds on what strangers can make grow. Past one: 503 with Retry-After (or 413, 423, 403 where that fits), and a counter.
 *
 * @param maxSessions INVITE usages at once, both directions
 * @param maxTransactions SIP transactions at once, all four kinds
 * @param maxContactsPerAccount bindings of one account
 * @param maxRegistrations bindings in all
 * @param maxMessageBytes one message, headers and body
 * @param maxTrackedNonces digest nonces in use whose counts are kept
 */
public record SipBounds(
        int maxSessions,
        int maxTransactions,
        int maxContactsPerAccount,
        int maxRegistrations,
        int maxMessageBytes,
        int maxTrackedNonces) {

    public static SipBounds defaults() {
        return new SipBounds(20_000, 200_000, 5, 50_000, 65_536, 100_000);
    }
}
