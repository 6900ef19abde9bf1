package org.rexian.media;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.rexian.media.LoopTallies.Tally;

/**
 * All media of a process: port pool, media loops and the writer of recordings. Any thread. Closing it closes all sessions and waits
 * until their recordings are whole.
 */
public final class MediaPlane implements AutoCloseable {

    private final MediaSettings settings;
    private final PromptStore prompts;
    private final PortPool ports;
    private final RecordingWriter writer = new RecordingWriter();
    private final List<MediaLoop> loops;
    private final List<Thread> threads;
    private final SplittableRandom seeds;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong noPort = new AtomicLong();

    /** Starts the loops. {@code nanoTime} is the clock of pacing, time-outs and RTCP: {@code System::nanoTime}. */
    public MediaPlane(MediaSettings settings, PromptStore prompts, LongSupplier nanoTime) {
        this(settings, prompts, nanoTime, true);
    }

    private MediaPlane(MediaSettings settings, PromptStore prompts, LongSupplier nanoTime, boolean ownThreads) {
        this.settings = settings;
        this.prompts = prompts;
        this.ports = new PortPool(settings);
        this.seeds = settings.seed() == 0 ? new SplittableRandom() : new SplittableRandom(settings.seed());
        this.loops = IntStream.range(0, settings.loops())
                .mapToObj(i -> new MediaLoop(nanoTime))
                .toList();
        this.threads = IntStream.range(0, ownThreads ? settings.loops() : 0)
                .mapToObj(i ->
                        Thread.ofPlatform().name("rexian-media-" + i).daemon().start(loops.get(i)))
                .toList();
    }

    /** Without threads: the test turns the loops by hand. */
    static MediaPlane byHand(MediaSettings settings, PromptStore prompts, LongSupplier nanoTime) {
        return new MediaPlane(settings, prompts, nanoTime, false);
    }

    /** A new session on the emptiest loop; empty, and counted, when no port is free. */
    public Optional<MediaSession> open(MediaListener listener) {
        return open(emptiestLoop(), listener);
    }

    /** A new session on the loop of {@code other}, so that the two can be bridged. */
    public Optional<MediaSession> openBeside(MediaSession other, MediaListener listener) {
        return open(ofThisPlane(other).loop(), listener);
    }

    /**
     * A session that goes on as the one would whose {@link MediaSession#state} this is: on its port, in its stream of packets. Empty when
     * the address is not ours or the port not free.
     *
     * @param outageMillis how long ago the state was taken: so much of the stream is passed over, since the other one may have sent it
     */
    public Optional<MediaSession> restore(MediaSessionState saved, int outageMillis, MediaListener listener) {
        return restore(emptiestLoop(), saved, outageMillis, listener);
    }

    /** The same on the loop of {@code other}, so that the two can be bridged again. */
    public Optional<MediaSession> restoreBeside(
            MediaSession other, MediaSessionState saved, int outageMillis, MediaListener listener) {
        return restore(ofThisPlane(other).loop(), saved, outageMillis, listener);
    }

    private Optional<MediaSession> restore(
            MediaLoop loop, MediaSessionState saved, int outageMillis, MediaListener listener) {
        boolean ours = saved.address().equals(settings.address().getHostAddress());
        Optional<MediaPort> port = ours ? ports.open(saved.port()) : Optional.empty();
        return port.map(bound -> {
            RtpSession session = session(loop, bound, listener);
            session.restore(saved, outageMillis);
            return session;
        });
    }

    private MediaLoop emptiestLoop() {
        int start = Math.floorMod(turn.getAndIncrement(), loops.size());
        MediaLoop emptiest = loops.get(start);
        for (MediaLoop candidate : loops) {
            if (candidate.tallies.sessions.get() < emptiest.tallies.sessions.get()) {
                emptiest = candidate;
            }
        }
        return emptiest;
    }

    /** A mixer for {@code session} and others opened beside it. It holds nothing that must be freed. */
    public Mixer mixerBeside(MediaSession session) {
        return new Mixer(ofThisPlane(session).loop(), prompts);
    }

    private static RtpSession ofThisPlane(MediaSession session) {
        if (!(session instanceof RtpSession own)) {
            throw new IllegalArgumentException("not a session of this plane");
        }
        return own;
    }

    private Optional<MediaSession> open(MediaLoop loop, MediaListener listener) {
        Optional<MediaPort> port = ports.open();
        if (port.isEmpty()) {
            noPort.incrementAndGet();
        }
        return port.map(bound -> session(loop, bound, listener));
    }

    private RtpSession session(MediaLoop loop, MediaPort port, MediaListener listener) {
        int number = port.local().getPort();
        SplittableRandom random;
        synchronized (seeds) {
            random = seeds.split();
        }
        RtpStream stream = new RtpStream(loop, port, listener, settings, writer, random, () -> ports.give(number));
        return new RtpSession(loop, stream, prompts);
    }

    public MediaCounters counters() {
        return new MediaCounters(
                sum(tallies -> tallies.sessions),
                noPort.get(),
                sum(tallies -> tallies.packetsSent),
                sum(tallies -> tallies.packetsReceived),
                sum(tallies -> tallies.droppedStranger),
                sum(tallies -> tallies.droppedMalformed),
                sum(tallies -> tallies.droppedUnwanted),
                sum(tallies -> tallies.sendFailures),
                sum(tallies -> tallies.digits),
                sum(tallies -> tallies.mediaTimeouts),
                sum(tallies -> tallies.skippedMillis),
                sum(tallies -> tallies.lateTurns),
                sum(tallies -> tallies.faults),
                prompts.failures(),
                sum(tallies -> tallies.recordingFailures),
                sum(tallies -> tallies.recordingChunksLost));
    }

    private long sum(Function<LoopTallies, Tally> tally) {
        ToLongFunction<MediaLoop> value = loop -> tally.apply(loop.tallies).get();
        return loops.stream().mapToLong(value).sum();
    }

    /** For tests that turn the loops themselves. */
    List<MediaLoop> loops() {
        return loops;
    }

    @Override
    public void close() {
        loops.forEach(MediaLoop::stop);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (threads.isEmpty()) {
            loops.forEach(MediaLoop::run);
        }
        writer.close();
    }
}
