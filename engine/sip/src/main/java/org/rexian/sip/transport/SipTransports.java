package org.rexian.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rexian.sip.SipCounters;
import org.rexian.sip.wire.SipMessage;
import org.rexian.sip.wire.SipRequest;

/** All sockets of the SIP side. {@link #bind} and {@link #close} from any thread but the loop's, everything else on the call loop. */
public final class SipTransports implements MessageSender, AutoCloseable {
    private final CallLoop loop;
    private final SipCounters counters;
    private final Flusher flusher;
    private final Streams streams;
    private final LocalAddresses locals = new LocalAddresses();
    private final List<Channel> bound = new CopyOnWriteArrayList<>();
    private final List<Channel> datagram = new CopyOnWriteArrayList<>();

    /** Nothing is bound yet. */
    public SipTransports(CallLoop loop, TransportSettings settings, SipCounters counters) {
        this.loop = loop;
        this.counters = counters;
        this.flusher = new Flusher(loop);
        this.streams = new Streams(loop, settings, counters, flusher);
    }

    /**
     * Binds all addresses or none, and delivers to {@code listener} from then on. Blocks until done.
     *
     * @return the bound addresses, in the order asked, with real ports
     * @throws BindFailure when an address cannot be had: the message names it and says what to do
     */
    public List<InetSocketAddress> bind(List<ListenAddress> addresses, InboundListener listener) throws BindFailure {
        Inbound inbound = new Inbound(loop, this, listener, counters);
        streams.deliverTo(inbound);
        List<InetSocketAddress> result = new ArrayList<>();
        for (ListenAddress address : addresses) {
            InetSocketAddress socket = new InetSocketAddress(address.host(), address.port());
            ChannelFuture future = address.transport() == Transport.UDP
                    ? UdpPort.bind(loop, socket, inbound)
                    : streams.listen(socket, inbound);
            future.awaitUninterruptibly();
            if (!future.isSuccess()) {
                close();
                throw BindFailure.of(address, future.cause());
            }
            bound.add(future.channel());
            if (address.transport() == Transport.UDP) {
                datagram.add(future.channel());
            }
            InetSocketAddress local = (InetSocketAddress) future.channel().localAddress();
            locals.add(address, local.getPort());
            result.add(local);
        }
        return result;
    }

    @Override
    public void send(SipMessage message, Destination destination, Runnable onFailure) {
        (message instanceof SipRequest ? counters.requestsOut : counters.responsesOut).increment();
        if (destination.remote().isUnresolved()) {
            failed(onFailure);
        } else if (destination.transport() == Transport.UDP) {
            sendDatagram(message.encoded(), destination, onFailure);
        } else {
            streams.send(message, destination, onFailure);
        }
    }

    @Override
    public HostPort localFor(Destination destination) {
        return locals.towards(destination);
    }

    /** Open stream connections. */
    public int connections() {
        return streams.size();
    }

    /** Closes every listening socket, and with the loop's end every connection. From any thread but the loop's. */
    @Override
    public void close() {
        for (Channel channel : bound) {
            channel.close().awaitUninterruptibly();
        }
        bound.clear();
        datagram.clear();
    }

    private void sendDatagram(byte[] bytes, Destination destination, Runnable onFailure) {
        Channel channel = destination
                .connection()
                .map(connection -> connection.channel)
                .filter(Channel::isActive)
                .orElseGet(() -> datagram.isEmpty() ? null : datagram.getFirst());
        if (channel == null) {
            failed(onFailure);
            return;
        }
        ByteBuf content = channel.alloc().directBuffer(bytes.length).writeBytes(bytes);
        channel.write(new DatagramPacket(content, destination.remote())).addListener(done -> {
            if (!done.isSuccess()) {
                failed(onFailure);
            }
        });
        flusher.wrote(channel);
    }

    private void failed(Runnable onFailure) {
        counters.sendFailures.increment();
        loop.execute(onFailure);
    }
}
