package org.rexian.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bound pair of UDP ports, and the place where a packet finds its stream. This one is exclusive: whatever comes belongs to its
 * one stream, if the address is right. Of the loop's thread, once registered.
 *
 * <p>While the stream's address is settled the RTP socket is connected: the kernel then drops strangers, finds its route once and
 * needs no address a packet. Else (source to be learnt) each packet's source is handed to the stream to judge.
 */
final class MediaPort {

    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final InetSocketAddress local;
    private @Nullable RtpStream stream;
    private @Nullable InetSocketAddress connected;

    MediaPort(DatagramChannel rtp, DatagramChannel rtcp, InetSocketAddress local) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.local = local;
    }

    InetSocketAddress local() {
        return local;
    }

    void register(Selector selector, RtpStream owner) throws IOException {
        stream = owner;
        rtp.register(selector, SelectionKey.OP_READ, new Half(rtp, false));
        rtcp.register(selector, SelectionKey.OP_READ, new Half(rtcp, true));
    }

    /** From now on only {@code remote} is heard and sent to. Packets that came before are gone. */
    void connect(InetSocketAddress remote) throws IOException {
        if (!remote.equals(connected)) {
            disconnect();
            rtp.connect(remote);
            connected = remote;
        }
    }

    void disconnect() throws IOException {
        if (connected != null) {
            rtp.disconnect();
            connected = null;
        }
    }

    /** False when the kernel did not take the packet, or reports that an earlier one found nobody. */
    boolean send(ByteBuffer packet, InetSocketAddress remote) {
        try {
            return (connected != null ? rtp.write(packet) : rtp.send(packet, remote)) > 0;
        } catch (IOException unreachable) {
            return false;
        }
    }

    boolean sendRtcp(ByteBuffer packet, InetSocketAddress remote) {
        try {
            return rtcp.send(packet, remote) > 0;
        } catch (IOException unreachable) {
            return false;
        }
    }

    void close() {
        close(rtp);
        close(rtcp);
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // nothing is lost: the descriptor is free either way
        }
    }

    /** One of the two sockets, as a selection key's attachment. */
    final class Half {
        private final DatagramChannel channel;
        private final boolean control;

        Half(DatagramChannel channel, boolean control) {
            this.channel = channel;
            this.control = control;
        }

        @Nullable
        RtpStream stream() {
            return stream;
        }

        /**
         * Reads one packet. There is seldom a second one, to find that out costs a system call, and the selector tells of it
         * anyway, after the other ports had their turn.
         */
        void read(ByteBuffer buffer) {
            RtpStream owner = Objects.requireNonNull(stream);
            buffer.clear();
            try {
                if (!control && connected != null) {
                    int length = channel.read(buffer);
                    if (length > 0) {
                        owner.onRtp(buffer, length, connected);
                    }
                    return;
                }
                if (channel.receive(buffer) instanceof InetSocketAddress source) {
                    deliver(owner, buffer, source);
                }
            } catch (IOException portUnreachable) {
                owner.onUnreachable();
            }
        }

        private void deliver(RtpStream owner, ByteBuffer buffer, InetSocketAddress source) {
            if (control) {
                owner.onRtcp(buffer, buffer.position(), source);
            } else {
                owner.onRtp(buffer, buffer.position(), source);
            }
        }
    }
}
