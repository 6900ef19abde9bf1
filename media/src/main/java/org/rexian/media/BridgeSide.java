package org.rexian.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rexian.media.codec.G711;
import org.rexian.media.rtp.BridgeRewriter;
import org.rexian.media.rtp.OutgoingStream;
import org.rexian.media.rtp.ReceptionStatistics.Order;
import org.rexian.media.rtp.RtpView;

/**
 * One direction of a bridge: what a stream hears goes out on its peer, in the buffer that it came in. Of the loop's thread.
 */
final class BridgeSide {

    private final RtpStream to;
    private final boolean passDtmf;
    private final BridgeRewriter rewriter = new BridgeRewriter();

    BridgeSide(RtpStream to, boolean passDtmf) {
        this.to = to;
        this.passDtmf = passDtmf;
    }

    RtpStream to() {
        return to;
    }

    void audio(ByteBuffer packet, RtpView view, AudioCodec codec, Order order, int milli) {
        StreamFormat format = openFormat();
        InetSocketAddress target = to.target();
        if (format == null || target == null || !place(view, order, milli)) {
            return;
        }
        int octets = pullPayload(packet, view);
        if (codec != format.codec()) {
            transcode(packet, octets, G711.toOtherLaw(codec));
        }
        to.outlet().smooth(packet, octets, format.codec(), rewriter.timestamp());
        send(packet, view, octets, format.payloadType(), octets, target, milli);
        Recorder tap = to.recorder();
        if (tap != null) {
            short[] toLinear = G711.toLinear(format.codec());
            int ssrc = to.outlet().stream().ssrc();
            tap.sent(packet, RtpView.HEADER_BYTES, octets, toLinear, ssrc, rewriter.timestamp(), milli);
        }
    }

    void event(ByteBuffer packet, RtpView view, Order order, int milli) {
        StreamFormat format = openFormat();
        InetSocketAddress target = to.target();
        if (!passDtmf || format == null || format.dtmfPayloadType() < 0 || target == null) {
            rewriter.withhold(view);
            return;
        }
        if (place(view, order, milli)) {
            int octets = pullPayload(packet, view);
            int duration = octets < 4 ? 0 : packet.getShort(RtpView.HEADER_BYTES + 2) & 0xffff;
            send(packet, view, octets, format.dtmfPayloadType(), duration, target, milli);
        }
    }

    /** The other side's format while it can take our packets; else the next one that it can begins anew. */
    private @Nullable StreamFormat openFormat() {
        StreamFormat format = to.format();
        if (format == null || !format.send() || to.busy()) {
            rewriter.reset();
            return null;
        }
        return format;
    }

    private boolean place(RtpView view, Order order, int milli) {
        if (order == Order.RESTARTED) {
            rewriter.reset();
        }
        if (!rewriter.anchored()) {
            OutgoingStream stream = to.outlet().stream();
            rewriter.anchor(view, stream.nextSequence(), to.outlet().timestampAt(milli));
            to.outlet().beginSpurt();
        } else if (order == Order.NEWEST) {
            rewriter.advance(view);
        }
        return rewriter.rewrite(view);
    }

    private void send(
            ByteBuffer packet, RtpView view, int octets, int type, int units, InetSocketAddress target, int milli) {
        boolean marker = to.outlet().takeSpurt() || view.marker();
        OutgoingStream stream = to.outlet().stream();
        stream.pass(packet, type, marker, rewriter.sequence(), rewriter.timestamp(), milli);
        stream.sent(rewriter.timestamp(), units, octets);
        to.outlet().transmit(packet, octets, target);
    }

    /** Moves the payload behind a plain header when the packet came with a longer one. */
    private static int pullPayload(ByteBuffer packet, RtpView view) {
        packet.clear();
        int shift = view.payloadOffset() - RtpView.HEADER_BYTES;
        for (int i = RtpView.HEADER_BYTES; shift > 0 && i < RtpView.HEADER_BYTES + view.payloadLength(); i++) {
            packet.put(i, packet.get(i + shift));
        }
        return view.payloadLength();
    }

    private static void transcode(ByteBuffer packet, int octets, byte[] table) {
        for (int i = RtpView.HEADER_BYTES; i < RtpView.HEADER_BYTES + octets; i++) {
            packet.put(i, table[packet.get(i) & 0xff]);
        }
    }
}
