package org.rexian.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.SipCounters;
import org.rexian.sip.wire.SipMessage;
import org.rexian.sip.wire.SipResponse;

/** All stream connections, ours and theirs, by remote address: one that is open is used again (RFC 3261 §18). */
final class Streams {
    private static final int MAX_WAITING = 1_000;
    private static final WriteBufferWaterMark UNREAD_LIMIT = new WriteBufferWaterMark(256 << 10, 1 << 20);

    private record Waiting(SipMessage message, Runnable onFailure) {}

    private final CallLoop loop;
    private final TransportSettings settings;
    private final SipCounters counters;
    private final Flusher flusher;
    private final Map<InetSocketAddress, Connection> open = new HashMap<>();
    private final Map<InetSocketAddress, List<Waiting>> connecting = new HashMap<>();
    private @Nullable Inbound inbound;

    Streams(CallLoop loop, TransportSettings settings, SipCounters counters, Flusher flusher) {
        this.loop = loop;
        this.settings = settings;
        this.counters = counters;
        this.flusher = flusher;
    }

    ChannelFuture listen(InetSocketAddress address, Inbound inbound) {
        return new ServerBootstrap()
                .group(loop.eventLoop())
                .channel(loop.epoll() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_LIMIT)
                .childHandler(initializer(inbound))
                .bind(address);
    }

    /** Connections that we open deliver here as well. */
    void deliverTo(Inbound inbound) {
        this.inbound = inbound;
    }

    void send(SipMessage message, Destination destination, Runnable onFailure) {
        Connection connection = destination
                .connection()
                .filter(pinned -> usable(pinned, message))
                .orElseGet(() -> open.get(destination.remote()));
        if (connection != null && usable(connection, message)) {
            write(connection, message, onFailure);
            return;
        }
        List<Waiting> queue = connecting.get(destination.remote());
        if (queue == null) {
            queue = new ArrayList<>(2);
            connecting.put(destination.remote(), queue);
            connect(destination.remote());
        }
        if (queue.size() < MAX_WAITING) {
            queue.add(new Waiting(message, onFailure));
        } else {
            failed(onFailure);
        }
    }

    private static boolean usable(Connection connection, SipMessage message) {
        return message instanceof SipResponse ? connection.answerable() : connection.open();
    }

    int size() {
        return open.size();
    }

    private void connect(InetSocketAddress remote) {
        Inbound target = inbound;
        if (target == null || open.size() + connecting.size() > settings.maxConnections()) {
            loop.execute(() -> connected(remote, Optional.empty()));
            return;
        }
        new Bootstrap()
                .group(loop.eventLoop())
                .channel(loop.epoll() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, settings.connectMillis())
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_LIMIT)
                .handler(connectInitializer())
                .connect(remote)
                .addListener((ChannelFuture done) -> {
                    connected(remote, done.isSuccess() ? opened(done.channel(), target) : Optional.empty());
                });
    }

    private void connected(InetSocketAddress remote, Optional<Connection> connection) {
        List<Waiting> queue = connecting.remove(remote);
        if (queue != null) {
            for (Waiting waiting : queue) {
                connection.ifPresentOrElse(
                        open -> write(open, waiting.message(), waiting.onFailure()), () -> failed(waiting.onFailure()));
            }
        }
    }

    private void write(Connection connection, SipMessage message, Runnable onFailure) {
        Channel channel = connection.channel;
        if (!channel.isWritable()) {
            // The peer has not read a megabyte: keeping more for it would be at the expense of everyone else.
            counters.connectionsCut.increment();
            var _ = channel.close();
            failed(onFailure);
            return;
        }
        channel.write(Unpooled.wrappedBuffer(message.encoded())).addListener(done -> {
            if (!done.isSuccess()) {
                failed(onFailure);
            }
        });
        flusher.wrote(channel);
        if (message instanceof SipResponse response && response.status() >= 200) {
            connection.answered();
        }
    }

    private void failed(Runnable onFailure) {
        counters.sendFailures.increment();
        loop.execute(onFailure);
    }

    private ChannelInitializer<Channel> initializer(Inbound target) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (open.size() >= settings.maxConnections()) {
                    counters.connectionsCut.increment();
                    var _ = channel.close();
                } else {
                    var _ = opened(channel, target);
                }
            }
        };
    }

    /** Addresses are known only once it is connected; nothing can be read before that. */
    private static ChannelInitializer<Channel> connectInitializer() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {}
        };
    }

    private Optional<Connection> opened(Channel channel, Inbound target) {
        InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
        InetSocketAddress local = (InetSocketAddress) channel.localAddress();
        if (remote == null || local == null) {
            var _ = channel.close(); // gone before we looked
            return Optional.empty();
        }
        counters.connectionsOpened.increment();
        Connection connection = new Connection(channel);
        open.put(remote, connection);
        channel.closeFuture().addListener(closed -> {
            counters.connectionsClosed.increment();
            open.remove(remote, connection);
        });
        Flow flow = new Flow(Transport.TCP, local, remote, Optional.of(connection));
        channel.pipeline().addLast(new StreamReader(loop, target, settings, counters, flow, connection));
        return Optional.of(connection);
    }
}
