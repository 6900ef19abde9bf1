package org.rexian.sip;

/**
 * Times of the protocol, in milliseconds unless the name says otherwise.
 *
 * @param t1Millis round-trip estimate, RFC 3261 §17.1.1.1
 * @param t2Millis longest wait between resends
 * @param t4Millis how long a message stays in the network
 * @param ringLimitMillis an INVITE that we did not finally answer for this long is answered 408
 * @param minExpiresSeconds shorter registrations get 423
 * @param maxExpiresSeconds longer registrations are shortened to this
 * @param nonceLifeMillis a digest nonce is stale after this
 */
public record SipTimers(
        long t1Millis,
        long t2Millis,
        long t4Millis,
        long ringLimitMillis,
        int minExpiresSeconds,
        int maxExpiresSeconds,
        long nonceLifeMillis) {

    public static SipTimers defaults() {
        return new SipTimers(500, 4_000, 5_000, 600_000, 60, 3_600, 300_000);
    }
}
