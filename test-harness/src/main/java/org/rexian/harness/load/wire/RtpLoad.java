package org.rexian.harness.load.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The far end of many RTP streams, on one socket and one thread of its own. Streams that come in are told apart by the port that they
 * come from; measured is how far each gap between two packets is from 20 ms, and what is missing by sequence number. What the thread
 * itself is late counts against the engine: the figures are upper bounds.
 */
public final class RtpLoad implements AutoCloseable {
    private static final long PTIME_NANOS = 20_000_000;
    private static final int SAMPLES = 160;

    private final DatagramChannel channel;
    private final Thread thread;
    private final long[] lastNanos = new long[65_536];
    private final int[] lastSequence = new int[65_536];
    private final ConcurrentLinkedQueue<Integer> begin = new ConcurrentLinkedQueue<>();
    private final List<Outgoing> targets = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(2048);
    private final ByteBuffer out = ByteBuffer.allocateDirect(12 + SAMPLES);
    private final Object lock = new Object();
    private Heard heard = new Heard();
    private volatile boolean running = true;
    private long sendCount;
    private long sendFromNanos;

    private static final class Outgoing {
        private final InetSocketAddress to;
        private int sequence;

        private Outgoing(InetSocketAddress to) {
            this.to = to;
        }
    }

    /** What came in since {@link #restart}. */
    public static final class Heard {
        public long packets;
        public long lost;
        /** |gap − 20 ms| in microseconds. */
        public final Histogram offMicros = new Histogram(3);
    }

    public RtpLoad() throws IOException {
        this.channel = DatagramChannel.open()
                .setOption(StandardSocketOptions.SO_RCVBUF, 8 << 20)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        for (int i = 0; i < out.capacity(); i++) {
            out.put(i, (byte) (i < 12 ? 0 : 0xD5));
        }
        out.put(0, (byte) 0x80);
        this.thread = Thread.ofPlatform().name("rtp-load").daemon().start(this::run);
    }

    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** Sends a PCMU stream to this port of 127.0.0.1 from now on. */
    public void sendTo(int enginePort) {
        begin.add(enginePort);
    }

    /** What was heard since the last call, and begins anew. */
    public Heard restart() {
        synchronized (lock) {
            Heard until = heard;
            heard = new Heard();
            return until;
        }
    }

    private void run() {
        try {
            while (running) {
                boolean some;
                synchronized (lock) {
                    some = receive();
                }
                some |= send();
                if (!some) {
                    LockSupport.parkNanos(200_000);
                }
            }
        } catch (IOException closed) {
            running = false;
        }
    }

    private boolean receive() throws IOException {
        for (int i = 0; i < 512; i++) {
            in.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(in);
            if (from == null) {
                return i > 0;
            }
            if (in.position() >= 12) {
                count(from.getPort(), in.getShort(2) & 0xFFFF, System.nanoTime());
            }
        }
        return true;
    }

    private void count(int stream, int sequence, long now) {
        heard.packets++;
        if (lastNanos[stream] != 0) {
            heard.offMicros.recordValue(Math.abs(now - lastNanos[stream] - PTIME_NANOS) / 1000);
            int missing = (sequence - lastSequence[stream] - 1) & 0xFFFF;
            heard.lost += missing < 1000 ? missing : 0;
        }
        lastNanos[stream] = now;
        lastSequence[stream] = sequence;
    }

    /** Every stream once each 20 ms, spread over them. */
    private boolean send() throws IOException {
        for (Integer port = begin.poll(); port != null; port = begin.poll()) {
            targets.add(new Outgoing(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            sendFromNanos = System.nanoTime();
            sendCount = 0;
        }
        if (targets.isEmpty()) {
            return false;
        }
        long due = (System.nanoTime() - sendFromNanos) * targets.size() / PTIME_NANOS;
        boolean some = false;
        for (int i = 0; sendCount < due && i < 512; i++, sendCount++) {
            int stream = (int) (sendCount % targets.size());
            Outgoing target = targets.get(stream);
            int packet = target.sequence++;
            out.putShort(2, (short) packet)
                    .putInt(4, packet * SAMPLES)
                    .putInt(8, stream + 1)
                    .clear();
            channel.send(out, target.to);
            some = true;
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        running = false;
        channel.close();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
