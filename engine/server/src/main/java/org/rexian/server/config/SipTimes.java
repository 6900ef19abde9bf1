package org.rexian.server.config;

import java.util.List;

/** Times of the SIP protocol, in milliseconds. */
public record SipTimes(
        long t1Millis,
        long t2Millis,
        long t4Millis,
        long ringLimitMillis,
        long minExpiresMillis,
        long maxExpiresMillis,
        long nonceLifeMillis) {

    static final Key<Long> T1 = Key.of(
            "t1",
            Kinds.duration("50ms", "10s"),
            "500ms",
            "Round-trip estimate (RFC 3261 §17.1.1.1): first resend after this.");
    static final Key<Long> T2 = Key.of("t2", Kinds.duration("500ms", "1m"), "4s", "Longest wait between two resends.");
    static final Key<Long> T4 =
            Key.of("t4", Kinds.duration("500ms", "1m"), "5s", "How long a message may stay in the network.");
    static final Key<Long> RING_LIMIT = Key.of(
            "ring-limit",
            Kinds.duration("10s", "1h"),
            "10m",
            "An INVITE without a final answer for this long gets 408.");
    static final Key<Long> MIN_EXPIRES =
            Key.of("min-expires", Kinds.duration("1s", "1d"), "60s", "Shorter registrations are refused with 423.");
    static final Key<Long> MAX_EXPIRES =
            Key.of("max-expires", Kinds.duration("10s", "7d"), "1h", "Longer registrations are shortened to this.");
    static final Key<Long> NONCE_LIFE =
            Key.of("nonce-life", Kinds.duration("10s", "1d"), "5m", "A digest nonce is stale after this.");

    static final Table TABLE = Table.one(
            "timers",
            "Times of the protocol; the defaults are the RFC's.",
            List.of(T1, T2, T4, RING_LIMIT, MIN_EXPIRES, MAX_EXPIRES, NONCE_LIFE));

    static SipTimes read(Section timers) {
        SipTimes read = new SipTimes(
                timers.get(T1),
                timers.get(T2),
                timers.get(T4),
                timers.get(RING_LIMIT),
                timers.get(MIN_EXPIRES),
                timers.get(MAX_EXPIRES),
                timers.get(NONCE_LIFE));
        if (read.t2Millis < read.t1Millis) {
            timers.problem(timers.has(T2) ? T2 : T1, "t2 is shorter than t1", "the RFC has 500ms and 4s");
        }
        if (read.maxExpiresMillis < read.minExpiresMillis) {
            timers.problem(
                    timers.has(MAX_EXPIRES) ? MAX_EXPIRES : MIN_EXPIRES, "max-expires is shorter than min-expires", "");
        }
        return read;
    }
}
