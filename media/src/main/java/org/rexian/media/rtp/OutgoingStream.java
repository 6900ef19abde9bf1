package org.rexian.media.rtp;

import java.nio.ByteBuffer;

/**
 * The one stream of packets that a leg sends, whatever they carry: one SSRC, and a sequence and timestamps that never step back
 * across prompts, music, key presses and bridges (RFC 3550 §5.1). The timestamp follows the loop's clock, so that a silence of any
 * length, or a late loop, shows up as what it is.
 */
public final class OutgoingStream {

    private static final int UNITS_A_MILLI = 8;

    private int ssrc;
    private int nextSequence;
    private int clockOffset;
    private boolean started;
    private int lastTimestamp;
    private int lastUnits;
    private int lastMilli;
    private long packets;
    private long octets;

    public OutgoingStream(int ssrc, int firstSequence, int firstTimestamp) {
        this.ssrc = ssrc;
        this.nextSequence = firstSequence & 0xffff;
        this.clockOffset = firstTimestamp;
    }

    /** As plain data, at {@code milli} on the loop's clock. */
    public OutgoingState state(int milli) {
        int byClock = milli * UNITS_A_MILLI + clockOffset;
        int earliest = lastTimestamp + lastUnits;
        int timestamp = started && byClock - earliest < 0 ? earliest : byClock;
        return new OutgoingState(ssrc, nextSequence, timestamp, started, lastTimestamp, lastUnits, packets, octets);
    }

    /**
     * Goes on where another one stood {@code outageMillis} ago. What that one may have sent since then is left out, so that nothing is
     * sent under a number twice.
     */
    public void restore(OutgoingState saved, int milli, int outageMillis, int ptimeMillis) {
        int timestamp = saved.timestamp() + outageMillis * UNITS_A_MILLI;
        ssrc = saved.ssrc();
        nextSequence = (saved.nextSequence() + Math.ceilDiv(outageMillis, ptimeMillis)) & 0xffff;
        clockOffset = timestamp - milli * UNITS_A_MILLI;
        started = saved.started();
        lastTimestamp = saved.lastTimestamp();
        lastUnits = saved.lastUnits();
        lastMilli = milli - (timestamp - lastTimestamp) / UNITS_A_MILLI;
        packets = saved.packets();
        octets = saved.octets();
    }

    /** The timestamp of audio that begins at {@code milli} on the loop's clock: never before what was sent already. */
    public int timestampAt(int milli) {
        int byClock = milli * UNITS_A_MILLI + clockOffset;
        int earliest = lastTimestamp + lastUnits;
        if (started && byClock - earliest < 0) {
            clockOffset += earliest - byClock;
            return earliest;
        }
        return byClock;
    }

    /** Like {@link #timestampAt}, but a gap of at most {@code gap} units is closed for good: the stream is so much later from now on. */
    public int timestampAt(int milli, int gap) {
        int tooFar = milli * UNITS_A_MILLI + clockOffset - (lastTimestamp + lastUnits);
        if (started && tooFar > 0 && tooFar <= gap) {
            clockOffset -= tooFar;
        }
        return timestampAt(milli);
    }

    /** Whether audio at {@code timestamp} follows the last without a gap; else the marker bit is due. */
    public boolean follows(int timestamp) {
        return started && timestamp == lastTimestamp + lastUnits;
    }

    /** Writes the header of a packet of our own making to index 0. */
    public void begin(ByteBuffer out, int payloadType, boolean marker, int timestamp, int milli) {
        write(out, payloadType, marker, nextSequence, timestamp);
        nextSequence = (nextSequence + 1) & 0xffff;
        lastMilli = milli;
    }

    /**
     * Writes the header of a packet passed on from a bridge. {@code sequence} may be lower than the last when it comes late.
     */
    public void pass(ByteBuffer out, int payloadType, boolean marker, int sequence, int timestamp, int milli) {
        write(out, payloadType, marker, sequence, timestamp);
        if (((sequence - nextSequence) & 0xffff) < 0x8000) {
            nextSequence = (sequence + 1) & 0xffff;
        }
        lastMilli = milli;
    }

    private void write(ByteBuffer out, int payloadType, boolean marker, int sequence, int timestamp) {
        out.put(0, (byte) 0x80);
        out.put(1, (byte) (marker ? 0x80 | payloadType : payloadType));
        out.putShort(2, (short) sequence);
        out.putInt(4, timestamp);
        out.putInt(8, ssrc);
    }

    /** Takes note of what {@link #begin} or {@link #pass} sent: {@code units} of time from {@code timestamp} are used up. */
    public void sent(int timestamp, int units, int payloadBytes) {
        packets++;
        octets += payloadBytes;
        if (!started || timestamp + units - (lastTimestamp + lastUnits) > 0) {
            lastTimestamp = timestamp;
            lastUnits = units;
        }
        started = true;
    }

    public int ssrc() {
        return ssrc;
    }

    public int nextSequence() {
        return nextSequence;
    }

    /** The timestamp that corresponds to now, for a sender report. */
    public int timestampNow(int milli) {
        return lastTimestamp + (milli - lastMilli) * UNITS_A_MILLI;
    }

    public long packets() {
        return packets;
    }

    public long octets() {
        return octets;
    }
}
