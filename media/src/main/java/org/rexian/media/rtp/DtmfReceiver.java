package org.rexian.media.rtp;

import java.nio.ByteBuffer;

/**
 * Hears key presses in telephone-event packets (RFC 4733 §2.5), one report a press, at its begin. A press is known by its
 * timestamp alone, so the loss of its first packets or all of its ends does no harm.
 */
public final class DtmfReceiver {

    /** What {@link #onPacket} answers where there is nothing to report. */
    public static final char NONE = 0;

    private static final String KEYS = "0123456789*#ABCD";
    private static final int SEGMENT = 0xffff;
    private static final int STALE = 8_000 * 5;

    private boolean started;
    private int ssrc;
    private int timestamp;
    private int event;
    private int duration;
    private boolean ended;

    /** As plain data. */
    public PressState state() {
        return new PressState(started, ssrc, timestamp, event, duration, ended);
    }

    /** Goes on where another one stood. */
    public void restore(PressState saved) {
        started = saved.started();
        ssrc = saved.ssrc();
        timestamp = saved.timestamp();
        event = saved.event();
        duration = saved.duration();
        ended = saved.ended();
    }

    /** The key whose press this packet begins, or {@link #NONE}. The view must be of {@code packet}. */
    public char onPacket(ByteBuffer packet, RtpView view) {
        if (view.payloadLength() < 4) {
            return NONE;
        }
        int packetEvent = packet.get(view.payloadOffset()) & 0xff;
        boolean end = packet.get(view.payloadOffset() + 1) < 0;
        int packetDuration = packet.getShort(view.payloadOffset() + 2) & 0xffff;
        boolean sameSource = started && view.ssrc() == ssrc;
        int later = view.timestamp() - timestamp;
        if (sameSource && later == 0) {
            ended |= end;
            duration = Math.max(duration, packetDuration);
            return NONE;
        }
        if (sameSource && later < 0 && later > -STALE) {
            return NONE; // a packet of an earlier press, overtaken on its way
        }
        boolean goesOn = sameSource && continues(packetEvent, later, view.marker());
        started = true;
        ssrc = view.ssrc();
        timestamp = view.timestamp();
        event = packetEvent;
        duration = packetDuration;
        ended = end;
        return goesOn || packetEvent >= KEYS.length() ? NONE : KEYS.charAt(packetEvent);
    }

    /** §2.5.1.3: an event longer than a duration can say goes on in a segment that begins where the last one ended. */
    private boolean continues(int packetEvent, int later, boolean marker) {
        return packetEvent == event && !ended && !marker && (later == SEGMENT || later == duration);
    }
}
