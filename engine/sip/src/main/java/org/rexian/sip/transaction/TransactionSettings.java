package org.rexian.sip.transaction;

/**
 * Timers of RFC 3261 §17 and bounds, times in milliseconds.
 *
 * @param t1 round-trip estimate
 * @param t2 cap of retransmissions
 * @param t4 how long a message may stay in the network
 * @param timerD how long an unreliable INVITE client waits for retransmitted finals
 * @param tryingMillis a 100 goes out when the user has given nothing for so long (RFC 3261 §17.2.1 wants it within 200)
 * @param maxTransactions server transactions beyond which requests outside of dialogs get 503; those inside may fill as many again
 * @param retryAfterSeconds what that 503 asks for
 */
public record TransactionSettings(
        long t1, long t2, long t4, long timerD, long tryingMillis, int maxTransactions, int retryAfterSeconds) {

    /** 500 ms, 4 s, 5 s, 32 s; 100 after 150 ms; 200,000 transactions; Retry-After: 5. */
    public static TransactionSettings defaults() {
        return new TransactionSettings(500, 4_000, 5_000, 32_000, 150, 200_000, 5);
    }

    /** 64·T1: Timers B, F, H, J, L and M. */
    public long t1x64() {
        return 64 * t1;
    }
}
