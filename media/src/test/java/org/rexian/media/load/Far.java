package org.rexian.media.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The far ends of the load programs, a process of its own: N sockets that take note of gap, loss and, for packets that they sent
 * themselves, delay. Line by line on stdin: {@code send PORT...} sends to these ports from now on, {@code measure} begins
 * anew, {@code report} prints a line and {@code quit} ends.
 */
public final class Far {

    private static final long PACKET_NANOS = 20_000_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer out = ByteBuffer.allocateDirect(172);
    private final Histogram gaps = new Histogram(10_000_000_000L, 2);
    private final Histogram delays = new Histogram(10_000_000_000L, 2);
    private final long start = System.nanoTime();
    private long received;
    private long lost;
    private long sent;
    private int next;
    private long rounds;
    private boolean sending;

    private Far() throws IOException {}

    private static final class Socket {
        private final DatagramChannel channel;
        private InetSocketAddress target = new InetSocketAddress(0);
        private long last;
        private int sequence = -1;
        private int sent;

        Socket(DatagramChannel channel) {
            this.channel = channel;
        }
    }

    public static void main(String[] args) throws IOException {
        Far far = new Far();
        StringBuilder ports = new StringBuilder("ports");
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            Socket socket = new Socket(channel);
            channel.register(far.selector, SelectionKey.OP_READ, socket);
            far.sockets.add(socket);
            ports.append(' ').append(((InetSocketAddress) channel.getLocalAddress()).getPort());
        }
        System.out.println(ports);
        far.run();
    }

    private void run() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            selector.select(key -> read((Socket) key.attachment()), 1);
            sendDue();
            while (System.in.available() > 0) {
                int c = System.in.read();
                if (c == '\n') {
                    if (line.toString().equals("quit")) {
                        return;
                    }
                    obey(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        }
    }

    private void obey(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "send" -> {
                for (int i = 1; i < words.length; i++) {
                    InetAddress host = InetAddress.getLoopbackAddress();
                    sockets.get(i - 1).target = new InetSocketAddress(host, Integer.parseInt(words[i]));
                }
                sending = true;
                rounds = System.nanoTime() - start;
            }
            case "measure" -> {
                gaps.reset();
                delays.reset();
                received = 0;
                lost = 0;
                sent = 0;
            }
            default ->
                System.out.printf(
                        "report %d %d %d %.2f %.2f %.2f %.2f%n",
                        received,
                        lost,
                        sent,
                        gaps.getValueAtPercentile(99) / 1e6,
                        gaps.getValueAtPercentile(99.9) / 1e6,
                        delays.getValueAtPercentile(50) / 1e6,
                        delays.getValueAtPercentile(99) / 1e6);
        }
    }

    /** Sends from all sockets once in 20 ms, evenly. */
    private void sendDue() throws IOException {
        if (!sending) {
            return;
        }
        long elapsed = System.nanoTime() - start - rounds;
        int due = (int) Math.min(sockets.size(), elapsed * sockets.size() / PACKET_NANOS);
        for (; next < due; next++) {
            send(sockets.get(next));
        }
        if (next == sockets.size() && elapsed >= PACKET_NANOS) {
            next = 0;
            rounds += PACKET_NANOS;
        }
    }

    private void send(Socket socket) throws IOException {
        socket.sent++;
        out.clear();
        out.putShort((short) 0x8000)
                .putShort((short) socket.sent)
                .putInt(socket.sent * 160)
                .putInt(7);
        out.putLong(System.nanoTime());
        out.clear();
        socket.channel.send(out, socket.target);
        sent++;
    }

    private void read(Socket socket) {
        try {
            in.clear();
            while (socket.channel.receive(in) != null) {
                if (in.position() == 172) {
                    note(socket);
                }
                in.clear();
            }
        } catch (IOException closed) {
            System.err.println(new String(closed.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }

    private void note(Socket socket) {
        long now = System.nanoTime();
        int sequence = in.getShort(2) & 0xffff;
        received++;
        if (socket.sequence >= 0) {
            lost += ((sequence - socket.sequence) & 0xffff) - 1;
            gaps.recordValue(Math.min(9_000_000_000L, Math.abs(now - socket.last - PACKET_NANOS)));
        }
        if (sending) {
            delays.recordValue(Math.clamp(now - in.getLong(12), 0, 9_000_000_000L));
        }
        socket.sequence = sequence;
        socket.last = now;
    }
}
