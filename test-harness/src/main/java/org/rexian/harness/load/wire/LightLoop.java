package org.rexian.harness.load.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** One thread with UDP sockets and timers, driven by whoever calls {@link #runUntil}. Times are {@link System#nanoTime}. */
public final class LightLoop implements AutoCloseable {
    private static final int SOCKET_BUFFER = 8 << 20;

    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(65_536);
    private final ByteBuffer out = ByteBuffer.allocateDirect(65_536);
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long timerCount;

    /** What a socket hears. */
    public interface Receiver {
        void receive(LightMessage message, InetSocketAddress from);
    }

    /** A bound socket of the loop. */
    public final class Port {
        private final DatagramChannel channel;
        private final Receiver receiver;
        private final InetSocketAddress address;

        private Port(DatagramChannel channel, Receiver receiver) throws IOException {
            this.channel = channel;
            this.receiver = receiver;
            this.address = (InetSocketAddress) channel.getLocalAddress();
        }

        public String hostPort() {
            return address.getAddress().getHostAddress() + ":" + address.getPort();
        }

        public int number() {
            return address.getPort();
        }

        public void send(String message, InetSocketAddress to) throws IOException {
            out.clear();
            out.put(message.getBytes(StandardCharsets.ISO_8859_1)).flip();
            channel.send(out, to);
        }
    }

    /** Something to do at a time. */
    public interface Action {
        void run() throws IOException;
    }

    private record Timer(long atNanos, long number, Action action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atNanos - other.atNanos, 0);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    public LightLoop() throws IOException {
        this.selector = Selector.open();
    }

    /** Binds a port of 127.0.0.1, 0 for any. */
    public Port open(int port, Receiver receiver) throws IOException {
        DatagramChannel channel = DatagramChannel.open()
                .setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER)
                .setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        Port opened = new Port(channel, receiver);
        channel.register(selector, SelectionKey.OP_READ, opened);
        return opened;
    }

    public void at(long nanos, Action action) {
        timers.add(new Timer(nanos, timerCount++, action));
    }

    public void in(long millis, Action action) {
        at(System.nanoTime() + millis * 1_000_000, action);
    }

    /** Runs until {@code done}, which is asked at least each millisecond. */
    public void runUntil(BooleanSupplier done) throws IOException {
        while (!done.getAsBoolean()) {
            fire();
            long wait = timers.isEmpty() ? 1_000_000 : timers.element().atNanos() - System.nanoTime();
            if (wait >= 1_000_000) {
                selector.select(1);
            } else {
                selector.selectNow();
            }
            for (SelectionKey key : selector.selectedKeys()) {
                drain((Port) key.attachment());
            }
            selector.selectedKeys().clear();
        }
    }

    /** Runs for a time. */
    public void runFor(long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        runUntil(() -> System.nanoTime() - end >= 0);
    }

    private void fire() throws IOException {
        for (Timer next = timers.peek();
                next != null && next.atNanos() - System.nanoTime() <= 0;
                next = timers.peek()) {
            timers.remove();
            next.action().run();
        }
    }

    /** A bounded gulp, so that timers get their turn under a flood. */
    private void drain(Port port) throws IOException {
        for (int i = 0; i < 256; i++) {
            in.clear();
            InetSocketAddress from = (InetSocketAddress) port.channel.receive(in);
            if (from == null) {
                return;
            }
            in.flip();
            byte[] bytes = new byte[in.remaining()];
            in.get(bytes);
            port.receiver.receive(LightMessage.parse(bytes), from);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
