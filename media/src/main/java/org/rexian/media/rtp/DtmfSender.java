package org.rexian.media.rtp;

import java.nio.ByteBuffer;

/**
 * Sends key presses as telephone-events (RFC 4733 §2.5.1): a packet a step of the wheel, timestamp fixed, duration growing, the
 * end three times. A pause follows each, so that two presses of one key are two. Digits queue up to a bound.
 */
public final class DtmfSender {

    public static final int PAYLOAD_BYTES = 4;

    private static final int MAX_QUEUED = 64;
    private static final int END_COPIES = 3;
    private static final int PAUSE_UNITS = 8 * 60;
    private static final int VOLUME = 10; // −10 dBm0
    private static final int MAX_UNITS = 0xffff;

    private final byte[] events = new byte[MAX_QUEUED];
    private final int[] lengths = new int[MAX_QUEUED];
    private int head;
    private int queued;
    private boolean pressed;
    private int timestamp;
    private int elapsed;
    private int ends;
    private int pauseLeft;

    /** Letters that are no keys are passed over; true if all fitted. */
    public boolean enqueue(String digits, int toneMillis) {
        int units = (int) Math.clamp(toneMillis * 8L, 8L * 40, MAX_UNITS);
        for (int i = 0; i < digits.length(); i++) {
            int event = "0123456789*#ABCD".indexOf(Character.toUpperCase(digits.charAt(i)));
            if (event < 0) {
                continue;
            }
            if (queued == MAX_QUEUED) {
                return false;
            }
            int slot = (head + queued++) % MAX_QUEUED;
            events[slot] = (byte) event;
            lengths[slot] = units;
        }
        return true;
    }

    /** While true, audio is silent and {@link #step} is called instead. */
    public boolean active() {
        return queued > 0 || pauseLeft > 0;
    }

    /**
     * The next packet's payload.
     *
     * @param now the stream's timestamp
     * @param units length of a step in timestamp units
     * @return false when this step sends nothing, being a pause between presses
     */
    public boolean step(int now, int units, ByteBuffer out, int offset) {
        if (pauseLeft > 0) {
            pauseLeft -= units;
            return false;
        }
        if (!pressed) {
            pressed = true;
            timestamp = now;
            elapsed = 0;
            ends = 0;
        }
        elapsed = ends == 0 ? Math.min(elapsed + units, lengths[head]) : elapsed;
        boolean end = elapsed >= lengths[head];
        out.put(offset, events[head]);
        out.put(offset + 1, (byte) (end ? 0x80 | VOLUME : VOLUME));
        out.putShort(offset + 2, (short) elapsed);
        if (end && ++ends == END_COPIES) {
            release();
        }
        return true;
    }

    /** Forgets what is queued or under way. */
    public void clear() {
        queued = 0;
        pressed = false;
        pauseLeft = 0;
    }

    private void release() {
        pressed = false;
        head = (head + 1) % MAX_QUEUED;
        queued--;
        pauseLeft = PAUSE_UNITS;
    }

    /** Of the packet that {@link #step} made. */
    public int timestamp() {
        return timestamp;
    }

    /** Whether the packet that {@link #step} makes next is the first of a press. */
    public boolean beginsPress() {
        return !pressed && pauseLeft <= 0;
    }
}
