package org.rexian.media;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.rexian.media.rtp.OutgoingStream;
import org.rexian.media.rtp.ReceptionStatistics;
import org.rexian.media.rtp.RtpView;

/** What a packet costs: our own work alone, and with the system calls of a bridge over loopback. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RtpPathBenchmark {

    private final ByteBuffer packet = ByteBuffer.allocateDirect(2_048);
    private final RtpView view = new RtpView();
    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final OutgoingStream stream = new OutgoingStream(1, 2, 3);
    private final Player player = new Player();
    private final Studio studio = new Studio();
    private final Phone ann = new Phone();
    private final Phone bob = new Phone();
    private final MediaSession first = studio.connected(new Studio.Told(), ann.format(AudioCodec.PCMU));
    private final MediaSession second = studio.connected(new Studio.Told(), bob.format(AudioCodec.PCMA));
    private int milli;

    @Setup
    public void prepare() {
        player.start(List.of(new Prompt(new short[8_000])), true);
        first.bridge(second, true);
        studio.turn();
    }

    @TearDown
    public void close() {
        studio.close();
        ann.close();
        bob.close();
    }

    /** A prompt's packet, ready to be sent. */
    @Benchmark
    public ByteBuffer makePromptPacket() {
        milli += 20;
        player.copy(AudioCodec.PCMU, 160, packet, RtpView.HEADER_BYTES);
        int timestamp = stream.timestampAt(milli);
        stream.begin(packet, 0, !stream.follows(timestamp), timestamp, milli);
        stream.sent(timestamp, 160, 160);
        return packet;
    }

    /** A received packet, checked and counted. */
    @Benchmark
    public boolean readPacket() {
        milli += 20;
        packet.put(0, (byte) 0x80)
                .put(1, (byte) 0)
                .putShort(2, (short) (milli / 20))
                .putInt(4, milli * 8);
        boolean valid = view.read(packet, 172);
        statistics.onPacket(view.ssrc(), view.sequence());
        statistics.onArrival(milli * 8, view.timestamp());
        return valid;
    }

    /** Sent by a phone, received, transcoded and sent on: three system calls and a selection. */
    @Benchmark
    public void bridgePacket() {
        milli += 20;
        packet.clear();
        packet.put(0, (byte) 0x80)
                .put(1, (byte) 0)
                .putShort(2, (short) (milli / 20))
                .putInt(4, milli * 8);
        packet.limit(172);
        ann.sendRaw(first, packet);
        studio.turn();
    }
}
