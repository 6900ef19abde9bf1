package org.rexian.media.rtp;

/**
 * What RFC 3550 keeps of one source: sequence (§A.1), loss (§A.3), interarrival jitter (§A.8). When the peer changes its SSRC or
 * jumps for good, the figures so far are kept and counting begins anew, so that totals span the leg's life.
 */
public final class ReceptionStatistics {

    /** What a packet's number says. */
    public enum Order {
        /** The newest so far. */
        NEWEST,
        /** Comes after a newer one. */
        LATE,
        /** The source began anew: another SSRC or another sequence. */
        RESTARTED,
        /** A jump too far to be believed, until the next packet confirms it. */
        DOUBTFUL
    }

    private static final int MAX_DROPOUT = 3_000;
    private static final int MAX_MISORDER = 100;
    private static final int SEQUENCES = 1 << 16;

    private boolean started;
    private int ssrc;
    private int maxSequence;
    private int cycles;
    private int baseSequence;
    private int badSequence = SEQUENCES + 1;
    private long received;
    private long receivedBefore;
    private long lostBefore;
    private long expectedAtReport;
    private long receivedAtReport;
    private boolean transitKnown;
    private int transit;
    private int jitterTimes16;

    /** Takes note of a valid packet from the right address. */
    public Order onPacket(int packetSsrc, int sequence) {
        if (!started || packetSsrc != ssrc) {
            restart(packetSsrc, sequence);
            return Order.RESTARTED;
        }
        int ahead = (sequence - maxSequence) & 0xffff;
        if (ahead < MAX_DROPOUT) {
            if (sequence < maxSequence) {
                cycles += SEQUENCES;
            }
            maxSequence = sequence;
            received++;
            return ahead == 0 ? Order.LATE : Order.NEWEST;
        }
        if (ahead > SEQUENCES - MAX_MISORDER) {
            received++;
            return Order.LATE;
        }
        if (sequence != badSequence) {
            badSequence = (sequence + 1) & 0xffff;
            return Order.DOUBTFUL;
        }
        restart(packetSsrc, sequence); // two in a row: the other side restarted without telling
        return Order.RESTARTED;
    }

    /** Takes note of when an audio packet came. {@code arrival} counts in units of the timestamp (8 kHz). */
    public void onArrival(int arrival, int timestamp) {
        int now = arrival - timestamp;
        int difference = Math.abs(now - transit);
        if (transitKnown && difference < 8_000 * 10) { // a jump of the timestamp is no jitter
            jitterTimes16 += difference - ((jitterTimes16 + 8) >> 4);
        }
        transitKnown = true;
        transit = now;
    }

    private void restart(int newSsrc, int sequence) {
        if (started) {
            receivedBefore += received;
            lostBefore += Math.max(0, expected() - received);
        }
        started = true;
        ssrc = newSsrc;
        baseSequence = sequence;
        maxSequence = sequence;
        cycles = 0;
        badSequence = SEQUENCES + 1;
        received = 1;
        expectedAtReport = 0;
        receivedAtReport = 0;
        transitKnown = false;
    }

    /** As plain data. */
    public ReceptionState state() {
        return new ReceptionState(
                started,
                ssrc,
                maxSequence,
                cycles,
                baseSequence,
                received,
                receivedBefore,
                lostBefore,
                expectedAtReport,
                receivedAtReport,
                jitterTimes16);
    }

    /** Goes on where another one stood. */
    public void restore(ReceptionState saved) {
        started = saved.started();
        ssrc = saved.ssrc();
        maxSequence = saved.maxSequence();
        cycles = saved.cycles();
        baseSequence = saved.baseSequence();
        badSequence = SEQUENCES + 1;
        received = saved.received();
        receivedBefore = saved.receivedBefore();
        lostBefore = saved.lostBefore();
        expectedAtReport = saved.expectedAtReport();
        receivedAtReport = saved.receivedAtReport();
        transitKnown = false;
        jitterTimes16 = saved.jitterTimes16();
    }

    public boolean started() {
        return started;
    }

    public int ssrc() {
        return ssrc;
    }

    public int extendedHighestSequence() {
        return cycles + maxSequence;
    }

    private long expected() {
        return started ? (long) cycles + maxSequence - baseSequence + 1 : 0;
    }

    /** Packets of all sources of this leg. */
    public long packetsReceived() {
        return receivedBefore + received;
    }

    public long packetsLost() {
        return lostBefore + Math.max(0, expected() - received);
    }

    /** For a report block: negative when duplicates came, held within 24 bits. */
    public int cumulativeLost() {
        return (int) Math.clamp(expected() - received, -0x800000L, 0x7fffffL);
    }

    /** For a report block: loss since the last call, in 256ths. */
    public int takeFractionLost() {
        long expectedNow = expected();
        long expectedInterval = expectedNow - expectedAtReport;
        long lostInterval = expectedInterval - (received - receivedAtReport);
        expectedAtReport = expectedNow;
        receivedAtReport = received;
        return expectedInterval <= 0 || lostInterval <= 0
                ? 0
                : (int) Math.min(255, (lostInterval << 8) / expectedInterval);
    }

    /** In timestamp units. */
    public int jitter() {
        return jitterTimes16 >> 4;
    }

    public double jitterMillis() {
        return jitterTimes16 / 16.0 / 8.0;
    }
}
