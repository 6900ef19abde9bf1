package org.rexian.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rexian.media.codec.G711;
import org.rexian.media.rtp.DtmfSender;
import org.rexian.media.rtp.OutgoingStream;
import org.rexian.media.rtp.RtpView;

/** The last stretch of a packet's way out: header, recorder's tap, socket. Of the loop's thread. */
final class Outlet {

    private static final int SEAM = 32;
    private static final int MAX_GAP = 160;

    private final MediaLoop loop;
    private final MediaPort port;
    private final OutgoingStream stream;
    private boolean spurtBegins;
    private boolean seam;
    private short lastSample;

    Outlet(MediaLoop loop, MediaPort port, OutgoingStream stream) {
        this.loop = loop;
        this.port = port;
        this.stream = stream;
    }

    OutgoingStream stream() {
        return stream;
    }

    /** The next packet of audio begins a talk spurt, as the receiver should see it. */
    void beginSpurt() {
        spurtBegins = true;
    }

    /** Whether the packet at hand begins a talk spurt; the one after it does not. */
    boolean takeSpurt() {
        boolean begins = spurtBegins;
        spurtBegins = false;
        return begins;
    }

    /** The next packet of audio comes from elsewhere than the last: it must follow without a click. */
    void expectSeam() {
        seam = true;
    }

    /** Where audio that is sent now begins: at a seam without a gap, if it is no longer than a packet. */
    int timestampAt(int milli) {
        return seam ? stream.timestampAt(milli, MAX_GAP) : stream.timestampAt(milli);
    }

    /** Before each packet of audio goes out. After a seam its first 4 ms lead away from where the last one ended. */
    void smooth(ByteBuffer packet, int octets, AudioCodec codec, int timestamp) {
        if (octets == 0) {
            return;
        }
        if (seam) {
            seam = false;
            int first = G711.decode(codec, packet.get(RtpView.HEADER_BYTES));
            int step = (stream.follows(timestamp) ? lastSample : 0) - first;
            for (int i = 0; i < Math.min(SEAM, octets); i++) {
                int at = RtpView.HEADER_BYTES + i;
                int moved = G711.decode(codec, packet.get(at)) + step * (SEAM - i) / SEAM;
                packet.put(at, G711.encode(codec, (short) Math.clamp(moved, Short.MIN_VALUE, Short.MAX_VALUE)));
            }
        }
        lastSample = G711.decode(codec, packet.get(RtpView.HEADER_BYTES + octets - 1));
    }

    /** Sends the {@code octets} of audio that lie in {@code packet} behind the place for the header. */
    void audio(
            ByteBuffer packet,
            int octets,
            StreamFormat format,
            InetSocketAddress to,
            int milli,
            @Nullable Recorder tap) {
        int timestamp = timestampAt(milli);
        smooth(packet, octets, format.codec(), timestamp);
        boolean marker = takeSpurt() || !stream.follows(timestamp);
        stream.begin(packet, format.payloadType(), marker, timestamp, milli);
        stream.sent(timestamp, octets, octets);
        transmit(packet, octets, to);
        if (tap != null) {
            short[] toLinear = G711.toLinear(format.codec());
            tap.sent(packet, RtpView.HEADER_BYTES, octets, toLinear, stream.ssrc(), timestamp, milli);
        }
    }

    /** Sends the next step of key presses, or nothing in a pause between two. */
    void event(DtmfSender digits, ByteBuffer packet, StreamFormat format, InetSocketAddress to, int milli) {
        boolean first = digits.beginsPress();
        int now = first ? stream.timestampAt(milli) : digits.timestamp();
        if (digits.step(now, 8 * format.ptimeMillis(), packet, RtpView.HEADER_BYTES)) {
            stream.begin(packet, format.dtmfPayloadType(), first, digits.timestamp(), milli);
            int duration = packet.getShort(RtpView.HEADER_BYTES + 2) & 0xffff;
            stream.sent(digits.timestamp(), duration, DtmfSender.PAYLOAD_BYTES);
            transmit(packet, DtmfSender.PAYLOAD_BYTES, to);
        }
        spurtBegins = true;
    }

    void transmit(ByteBuffer packet, int octets, InetSocketAddress to) {
        packet.limit(RtpView.HEADER_BYTES + octets).position(0);
        if (port.send(packet, to)) {
            loop.tallies.packetsSent.add(1);
        } else {
            loop.tallies.sendFailures.add(1);
        }
    }
}
