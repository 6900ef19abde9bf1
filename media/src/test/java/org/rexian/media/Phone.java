package org.rexian.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rexian.media.codec.G711;
import org.rexian.media.rtp.RtpView;

/** The far end of a leg: real sockets, packets made by hand. */
final class Phone implements AutoCloseable {

    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Packet(int type, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {
        short[] linear(AudioCodec codec) {
            short[] linear = new short[payload.length];
            for (int i = 0; i < payload.length; i++) {
                linear[i] = G711.decode(codec, payload[i]);
            }
            return linear;
        }
    }

    private final DatagramChannel rtp = open();
    private final DatagramChannel rtcp = open();
    private final ByteBuffer buffer = ByteBuffer.allocate(2_048);
    int sequence = 65_530; // so that every scenario passes the wrap
    int timestamp = 7_000;
    int ssrc = 0x1234;
    int dtmfType = 101;

    private static DatagramChannel open() {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            return channel;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    InetSocketAddress address() {
        return address(rtp);
    }

    InetSocketAddress rtcpAddress() {
        return address(rtcp);
    }

    private static InetSocketAddress address(DatagramChannel channel) {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    StreamFormat format(AudioCodec codec, int ptime) {
        int type = codec == AudioCodec.PCMU ? 0 : 8;
        return new StreamFormat(address(), rtcpAddress(), false, codec, type, dtmfType, ptime, true, true);
    }

    StreamFormat format(AudioCodec codec) {
        return format(codec, 20);
    }

    /** Sends the next packet of audio. */
    void say(MediaSession to, AudioCodec codec, short[] linear) {
        send(to, packet(codec == AudioCodec.PCMU ? 0 : 8, false, timestamp, G711.encode(codec, linear)));
        timestamp += linear.length;
    }

    void event(MediaSession to, int event, boolean end, boolean marker, int at, int duration) {
        byte[] payload = {(byte) event, (byte) (end ? 0x8a : 10), (byte) (duration >> 8), (byte) duration};
        send(to, packet(dtmfType, marker, at, payload));
    }

    byte[] packet(int type, boolean marker, int at, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(RtpView.HEADER_BYTES + payload.length);
        packet.put((byte) 0x80).put((byte) (marker ? 0x80 | type : type)).putShort((short) sequence++);
        packet.putInt(at).putInt(ssrc).put(payload);
        return packet.array();
    }

    void send(MediaSession to, byte[] packet) {
        send(rtp, to.localAddress(), packet);
    }

    /** Without allocating. */
    void sendRaw(MediaSession to, ByteBuffer packet) {
        try {
            rtp.send(packet, to.localAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void sendRtcp(MediaSession to, byte[] packet) {
        InetSocketAddress local = to.localAddress();
        send(rtcp, new InetSocketAddress(local.getAddress(), local.getPort() + 1), packet);
    }

    private static void send(DatagramChannel from, InetSocketAddress to, byte[] packet) {
        try {
            from.send(ByteBuffer.wrap(packet), to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All RTP that has come by now. */
    List<Packet> heard() {
        List<Packet> packets = new ArrayList<>();
        RtpView view = new RtpView();
        while (receive(rtp)) {
            if (!view.read(buffer, buffer.limit())) {
                throw new AssertionError("not RTP");
            }
            int begin = view.payloadOffset();
            byte[] payload = Arrays.copyOfRange(buffer.array(), begin, begin + view.payloadLength());
            packets.add(new Packet(
                    view.payloadType(), view.marker(), view.sequence(), view.timestamp(), view.ssrc(), payload));
        }
        return packets;
    }

    List<byte[]> heardRtcp() {
        List<byte[]> packets = new ArrayList<>();
        while (receive(rtcp)) {
            packets.add(Arrays.copyOf(buffer.array(), buffer.limit()));
        }
        return packets;
    }

    private boolean receive(DatagramChannel channel) {
        try {
            buffer.clear();
            boolean came = channel.receive(buffer) != null;
            buffer.flip();
            return came;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static short[] audio(List<Packet> packets, AudioCodec codec) {
        short[] all =
                new short[packets.stream().mapToInt(p -> p.payload().length).sum()];
        int at = 0;
        for (Packet packet : packets) {
            short[] some = packet.linear(codec);
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }

    @Override
    public void close() {
        try {
            rtp.close();
            rtcp.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
