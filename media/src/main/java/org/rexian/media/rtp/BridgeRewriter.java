package org.rexian.media.rtp;

/**
 * Fits a peer's packets into the stream that we send to the other side of a bridge. Numbers and timestamps keep their distances,
 * so that the far end sees loss, order and jitter as they are; where the source begins anew, or we sent something else in
 * between, it is anchored anew to where our stream stands. A packet from before the anchor is not passed on: its number is taken.
 */
public final class BridgeRewriter {

    private boolean anchored;
    private int sequenceOffset;
    private int timestampOffset;
    private int floorSequence;
    private int sequence;
    private int timestamp;

    /** The next packet is to be anchored anew. */
    public void reset() {
        anchored = false;
    }

    public boolean anchored() {
        return anchored;
    }

    /** The packet continues from here: {@code nextSequence} and {@code nextTimestamp} of the outgoing stream are its own. */
    public void anchor(RtpView packet, int nextSequence, int nextTimestamp) {
        sequenceOffset = nextSequence - packet.sequence();
        timestampOffset = nextTimestamp - packet.timestamp();
        floorSequence = packet.sequence();
        anchored = true;
    }

    /** Works out {@link #sequence} and {@link #timestamp}; false when the packet must not be passed on. */
    public boolean rewrite(RtpView packet) {
        if (((packet.sequence() - floorSequence) & 0xffff) >= 0x8000) {
            return false;
        }
        sequence = (packet.sequence() + sequenceOffset) & 0xffff;
        timestamp = packet.timestamp() + timestampOffset;
        return true;
    }

    /** A packet is kept back on purpose: the far end must not take it for lost. */
    public void withhold(RtpView packet) {
        if (anchored && ((packet.sequence() - floorSequence) & 0xffff) < 0x8000) {
            sequenceOffset--;
            floorSequence = (packet.sequence() + 1) & 0xffff;
        }
    }

    /** Keeps the floor within half a cycle of the newest packet. */
    public void advance(RtpView newest) {
        if (((newest.sequence() - floorSequence) & 0xffff) > 0x2000) {
            floorSequence = (newest.sequence() - 0x1000) & 0xffff;
        }
    }

    public int sequence() {
        return sequence;
    }

    public int timestamp() {
        return timestamp;
    }
}
