package org.rexian.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.rexian.media.codec.G711;
import org.rexian.media.rtp.JitterBuffer;
import org.rexian.media.rtp.ReceptionStatistics.Order;
import org.rexian.media.rtp.RtpView;
import org.rexian.media.wav.Tone;

/** What 20 ms of a conference cost all its parties together: divide by their number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MixerBenchmark {

    private static final int FRAMES = 160;

    @Param({"3", "8", "32"})
    public int parties;

    private final ByteBuffer packet = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer out = ByteBuffer.allocateDirect(2_048);
    private final RtpView view = new RtpView();
    private final int[] sum = new int[FRAMES];
    private final Studio studio = new Studio();
    private JitterBuffer[] said = {};
    private Phone[] phones = {};
    private MediaSession[] sessions = {};
    private int round;

    @Setup
    public void prepare() {
        byte[] tone = G711.encode(AudioCodec.PCMU, Tone.sine(440, 3_000, 8_000, FRAMES));
        packet.put(RtpView.HEADER_BYTES, tone);
        said = Stream.generate(() -> new JitterBuffer(0)).limit(parties).toArray(JitterBuffer[]::new);
        phones = Stream.generate(Phone::new).limit(parties).toArray(Phone[]::new);
        sessions = Stream.of(phones)
                .map(phone -> studio.connected(new Studio.Told(), phone.format(AudioCodec.PCMU)))
                .toArray(MediaSession[]::new);
        Mixer mixer = studio.plane.mixerBeside(sessions[0]);
        Stream.of(sessions).forEach(session -> mixer.join(session, MixerRole.PARTICIPANT));
        studio.turn();
    }

    @TearDown
    public void close() {
        studio.close();
        Stream.of(phones).forEach(Phone::close);
    }

    private void nextPacket() {
        packet.clear();
        packet.put(0, (byte) 0x80).put(1, (byte) 0).putShort(2, (short) round);
        packet.putInt(4, round * FRAMES).putInt(8, 7).limit(RtpView.HEADER_BYTES + FRAMES);
    }

    /** Each one's packet taken in, each one's sum made and encoded: our own work alone. */
    @Benchmark
    public ByteBuffer mixing() {
        round++;
        nextPacket();
        view.read(packet, packet.limit());
        for (JitterBuffer one : said) {
            one.put(packet, view, G711.toLinear(AudioCodec.PCMU), Order.NEWEST, round * FRAMES);
        }
        for (int listener = 0; listener < parties; listener++) {
            Arrays.fill(sum, 0);
            for (int speaker = 0; speaker < parties; speaker++) {
                if (speaker != listener) {
                    said[speaker].addTo(sum, round * FRAMES, FRAMES);
                }
            }
            G711.encode(AudioCodec.PCMU, sum, FRAMES, out, RtpView.HEADER_BYTES);
        }
        return out;
    }

    /** The whole way over loopback, phones' sending and 20 turns of the loop included. */
    @Benchmark
    public void conference() {
        round++;
        IntStream.range(0, parties).forEach(i -> {
            nextPacket();
            phones[i].sendRaw(sessions[i], packet);
        });
        studio.advance(20);
    }
}
