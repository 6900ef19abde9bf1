package org.rexian.server.config;

import java.util.List;

/** Bounds on what strangers can make grow; past one they get a clear refusal, and the calls in progress go on. */
public record SipLimits(
        int maxSessions,
        int maxTransactions,
        int maxContactsPerAccount,
        int maxRegistrations,
        int maxMessageBytes,
        int maxNonces) {

    static final Key<Integer> SESSIONS =
            Key.of("sessions", Kinds.count(1, 1_000_000), "20000", "Calls at once, both directions, each leg counted.");
    static final Key<Integer> TRANSACTIONS =
            Key.of("transactions", Kinds.count(10, 10_000_000), "200000", "SIP transactions at once.");
    static final Key<Integer> CONTACTS =
            Key.of("contacts-per-account", Kinds.count(1, 100), "5", "Phones that one account may register.");
    static final Key<Integer> REGISTRATIONS =
            Key.of("registrations", Kinds.count(1, 10_000_000), "50000", "Registered phones in all.");
    static final Key<Integer> MESSAGE =
            Key.of("message-bytes", Kinds.count(4_096, 1_048_576), "65536", "Size of one message.");
    static final Key<Integer> NONCES =
            Key.of("nonces", Kinds.count(100, 10_000_000), "100000", "Digest nonces whose counts are kept.");

    static final Table TABLE = Table.one(
            "limits",
            "Bounds on what strangers can make grow.",
            List.of(SESSIONS, TRANSACTIONS, CONTACTS, REGISTRATIONS, MESSAGE, NONCES));

    static SipLimits read(Section limits) {
        return new SipLimits(
                limits.get(SESSIONS),
                limits.get(TRANSACTIONS),
                limits.get(CONTACTS),
                limits.get(REGISTRATIONS),
                limits.get(MESSAGE),
                limits.get(NONCES));
    }
}
