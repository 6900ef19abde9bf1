package org.rexian.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One bound datagram socket. Reads in batches (recvmmsg) with epoll; what a batch makes us send leaves in one batch too, since
 * flushing waits for the end of the turn ({@link Flusher}).
 *
 * <p>Trap: with recvmmsg the kernel cuts datagrams at {@link #MAX_DATAGRAM}. A cut message fails its Content-Length and gets a 400; a
 * request of that size belongs on TCP anyhow (RFC 3261 §18.1.1).
 */
final class UdpPort extends SimpleChannelInboundHandler<DatagramPacket> {
    static final int MAX_DATAGRAM = 16_384;
    private static final int BATCH = 16;
    private static final int SOCKET_BUFFER = 4 << 20;

    private final Inbound inbound;
    private final byte[] scratch = new byte[65_536];

    private UdpPort(Inbound inbound) {
        this.inbound = inbound;
    }

    static ChannelFuture bind(CallLoop loop, InetSocketAddress address, Inbound inbound) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.eventLoop())
                .handler(new UdpPort(inbound))
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER);
        if (loop.epoll()) {
            bootstrap
                    .channel(EpollDatagramChannel.class)
                    .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_DATAGRAM)
                    .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_DATAGRAM * BATCH));
        } else {
            bootstrap
                    .channel(NioDatagramChannel.class)
                    .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(65_536));
        }
        return bootstrap.bind(address);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        ByteBuf content = packet.content();
        int length = Math.min(content.readableBytes(), scratch.length);
        content.getBytes(content.readerIndex(), scratch, 0, length);
        Channel channel = context.channel();
        Flow flow = new Flow(
                Transport.UDP,
                (InetSocketAddress) channel.localAddress(),
                packet.sender(),
                Optional.of(new Connection(channel)));
        inbound.receive(scratch, length, flow);
    }

    /** An ICMP error, at most: the socket lives on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {}
}
