package org.rexian.media.rtp;

import java.nio.ByteBuffer;

/**
 * The header of the packet at hand, read and checked (RFC 3550 §5.1, §A.1). One is reused for all packets of a loop: its
 * values hold until the next {@link #read}.
 */
public final class RtpView {

    public static final int HEADER_BYTES = 12;

    private boolean marker;
    private int payloadType;
    private int sequence;
    private int timestamp;
    private int ssrc;
    private int payloadOffset;
    private int payloadLength;

    /**
     * Reads the packet that lies in {@code packet} from index 0 on; the buffer's position is left alone.
     *
     * @return false when it is no valid RTP packet; then the view's values mean nothing
     */
    public boolean read(ByteBuffer packet, int length) {
        if (length < HEADER_BYTES) {
            return false;
        }
        int first = packet.get(0);
        if ((first & 0xc0) != 0x80) { // version 2
            return false;
        }
        int second = packet.get(1);
        payloadType = second & 0x7f;
        if (payloadType >= 64 && payloadType <= 95) { // RTCP by RFC 5761 §4; no such payload type is ever negotiated
            return false;
        }
        marker = second < 0;
        sequence = packet.getShort(2) & 0xffff;
        timestamp = packet.getInt(4);
        ssrc = packet.getInt(8);
        return readPayload(packet, first, length);
    }

    private boolean readPayload(ByteBuffer packet, int first, int length) {
        int offset = HEADER_BYTES + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            if (offset + 4 > length) {
                return false;
            }
            offset += 4 + 4 * (packet.getShort(offset + 2) & 0xffff);
        }
        int end = length;
        if ((first & 0x20) != 0) {
            int padding = packet.get(length - 1) & 0xff;
            if (padding == 0) {
                return false;
            }
            end -= padding;
        }
        payloadOffset = offset;
        payloadLength = end - offset;
        return payloadLength >= 0 && offset <= length;
    }

    public boolean marker() {
        return marker;
    }

    public int payloadType() {
        return payloadType;
    }

    /** 0–65535. */
    public int sequence() {
        return sequence;
    }

    public int timestamp() {
        return timestamp;
    }

    public int ssrc() {
        return ssrc;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }

    /** Whether a datagram on a multiplexed port is RTCP (RFC 5761 §4). */
    public static boolean looksLikeRtcp(ByteBuffer packet, int length) {
        int type = length < 2 ? 0 : packet.get(1) & 0xff;
        return type >= 192 && type <= 223;
    }
}
