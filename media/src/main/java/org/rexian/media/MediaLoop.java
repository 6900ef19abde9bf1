package org.rexian.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rexian.media.rtp.RtpView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that owns its streams, their sockets and their clock. A turn is: packets that came, commands, packets that are due.
 * Nothing on it blocks or locks, and nothing allocates for a packet.
 */
final class MediaLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);
    private static final long LONGEST_WAIT_NANOS = 200_000_000;
    private static final long LATE_TURN_NANOS = 20_000_000;
    private static final int MAX_PACKET = 2_048;

    final LoopTallies tallies = new LoopTallies();
    final RtpView view = new RtpView();
    final PacingWheel wheel;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(MAX_PACKET);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(MAX_PACKET);
    final Selector selector;
    private final LongSupplier nanoTime;
    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Consumer<SelectionKey> reader = this::read;

    /** Not the selector itself: that one is held for as long as it waits, and whoever posts must not wait for it. */
    private final Object closing = new Object();

    private final Set<RtpStream> streams = new HashSet<>();
    private @Nullable RtpStream current;
    private volatile boolean stopping;
    private long now;
    private boolean waiting;

    MediaLoop(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.now = nanoTime.getAsLong();
        this.wheel = new PacingWheel(now);
        try {
            this.selector = Selector.open();
        } catch (IOException noDescriptor) {
            throw new UncheckedIOException(noDescriptor);
        }
    }

    /**
     * From any thread: {@code command} runs in the loop's next turn, after those posted before it. Once the loop has ended it is
     * passed over.
     */
    void post(Runnable command) {
        commands.add(command);
        if (!woken.getAndSet(true)) {
            synchronized (closing) { // a closed selector's descriptor may be another file's by now
                if (selector.isOpen()) {
                    selector.wakeup();
                }
            }
        }
    }

    /** Ends the thread once all streams are closed and all commands done. */
    void stop() {
        post(() -> {
            List.copyOf(streams).forEach(RtpStream::close);
            stopping = true;
        });
    }

    @Override
    public void run() {
        while (selector.isOpen() && (!stopping || !streams.isEmpty() || !commands.isEmpty())) {
            turn(wheel.nanosUntilNext(nanoTime.getAsLong(), LONGEST_WAIT_NANOS));
        }
        closeSelector();
    }

    private void closeSelector() {
        try {
            synchronized (closing) {
                selector.close();
            }
        } catch (IOException closedAnyway) {
            LOG.debug("Selector", closedAnyway);
        }
    }

    /** One turn, waiting at most so long for a packet or command. */
    void turn(long waitNanos) {
        try {
            select(waitNanos);
            long begin = now;
            woken.set(false);
            drain();
            tallies.skippedMillis.add(wheel.advance(now));
            if (nanoTime.getAsLong() - begin > LATE_TURN_NANOS) {
                tallies.lateTurns.add(1);
            }
        } catch (RuntimeException | IOException fault) { // the one catch of the loop
            endFaulty(fault);
        }
    }

    private void select(long waitNanos) throws IOException {
        long millis = (waitNanos + 999_999) / 1_000_000;
        if (millis <= 0 || !commands.isEmpty()) {
            now = nanoTime.getAsLong();
            selector.selectNow(reader);
        } else {
            waiting = true;
            selector.select(reader, millis);
            waiting = false;
        }
        now = nanoTime.getAsLong();
    }

    private void drain() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            current = null;
            command.run();
        }
    }

    private void read(SelectionKey key) {
        if (waiting) { // the first packet after a wait: the clock has moved on
            now = nanoTime.getAsLong();
            waiting = false;
        }
        if (key.isValid() && key.attachment() instanceof MediaPort.Half half) {
            current = half.stream();
            half.read(incoming);
        }
    }

    private void endFaulty(Exception fault) {
        tallies.faults.add(1);
        RtpStream culprit = current;
        current = null;
        if (culprit == null) {
            LOG.error("A media command failed", fault);
            return;
        }
        LOG.error("The stream on {} is ended by a fault of ours", culprit.port().local(), fault);
        post(culprit::close);
    }

    /** Whom a fault would be blamed on. */
    void working(RtpStream stream) {
        current = stream;
    }

    void register(RtpStream stream, MediaPort port) {
        try {
            port.register(selector, stream);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        streams.add(stream);
        tallies.sessions.add(1);
    }

    void unregister(RtpStream stream) {
        if (streams.remove(stream)) {
            tallies.sessions.add(-1);
        }
    }

    /** When this turn's packets came, nanoseconds. */
    long now() {
        return now;
    }

    /** The same on the wheel's clock. */
    int milli() {
        return wheel.milliAt(now);
    }

    /** The buffer in which a packet of our own is made; empty, and free for whoever's turn it is. */
    ByteBuffer outgoing() {
        return outgoing.clear();
    }
}
