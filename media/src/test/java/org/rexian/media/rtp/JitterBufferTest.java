package org.rexian.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.media.AudioCodec;
import org.rexian.media.codec.G711;
import org.rexian.media.wav.Tone;

/** A tone of 400 Hz goes in by packets and comes out by pieces of 20 ms. */
class JitterBufferTest {

    private static final int PACKET = 160;
    /** The clock and the numbers wrap soon after each begin. */
    private static final int START = Integer.MAX_VALUE - 8_000;

    private final short[] tone = G711Coded.sine();
    private final JitterBuffer buffer = new JitterBuffer(START);
    private final ReceptionStatistics statistics = new ReceptionStatistics();
    private final TreeMap<Long, Integer> arrivals = new TreeMap<>(); // sample of the clock → packet
    private final short[] out = new short[8_000 * 700];
    private int ssrc = 1;
    private int timestampBase = -20_000;
    private int heard;
    private boolean voice = true;

    @Test
    void whatComesInTimeIsHeardExactly() {
        arrive(50, packet -> 0);
        listen(1_000);
        int begin = 160 + 32; // the delay, and the begin of the fade-in
        assertThat(begin(out)).isEqualTo(160);
        assertThat(Arrays.copyOfRange(out, begin, 8_000)).isEqualTo(Arrays.copyOfRange(tone(8_000), 32, 8_000 - 160));
    }

    @Test
    void aLostPacketIsBridgedByItsNeighbour() {
        arrive(50, packet -> packet % 5 == 4 ? -1 : 0);
        listen(1_000);
        for (int at = 800; at < 7_200; at += 160) {
            assertThat(Tone.amplitude(Arrays.copyOfRange(out, at, at + 160), 400))
                    .isBetween(6_500.0, 8_300.0);
        }
        assertThat(steepest()).isLessThan(3_300); // 8,000 · 2π · 400 / 8,000 = 2,513, a step of the law
    }

    @Test
    void aLongLossFadesToSilenceAndComesBackWithoutAClick() {
        arrive(50, packet -> packet >= 20 && packet < 35 ? -1 : 0);
        listen(1_000);
        int lost = 160 + 20 * 160;
        assertThat(Arrays.copyOfRange(out, lost + 480, lost + 15 * 160)).containsOnly((short) 0);
        assertThat(Tone.amplitude(Arrays.copyOfRange(out, lost + 16 * 160, 8_000), 400))
                .isCloseTo(8_000, withPercentage(3));
        assertThat(steepest()).isLessThan(3_300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void jitterIsLearntAndThenNothingIsMissed(long seed) {
        Random random = new Random(seed);
        arrive(1_000, packet -> random.nextInt(8 * 60));
        listen(20_000);
        assertThat(Tone.amplitude(Arrays.copyOfRange(out, 80_000, 152_000), 400))
                .as("seed " + seed)
                .isCloseTo(8_000, withPercentage(2));
        assertThat(buffer.end() - (START + heard)).as("seed " + seed).isLessThan(8 * 120);
    }

    @Test
    void afterTheJitterTheDelayShrinksEvenWhileTheToneGoesOn() {
        Random random = new Random(4);
        arrive(1_500, packet -> packet < 200 ? random.nextInt(8 * 100) : 0);
        listen(6_000);
        assertThat(delay()).isGreaterThan(8 * 60);
        listen(24_000);
        assertThat(delay()).isLessThan(8 * 50);
        assertThat(steepest()).isLessThan(3_300);
    }

    @Test
    void inAPauseTheDelayShrinksToWhatIsNeeded() {
        Random random = new Random(4);
        voice = false;
        arrive(1_500, packet -> packet < 200 ? random.nextInt(8 * 100) : 0);
        listen(30_000);
        assertThat(delay()).isBetween(8 * 5, 8 * 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {-200, 200})
    void aDriftingClockIsFollowed(int partsPerMillion) {
        arrive(30_000, packet -> (int) ((long) packet * PACKET * partsPerMillion / 1_000_000));
        listen(590_000);
        assertThat(delay()).isBetween(0, 8 * 60);
        assertThat(Tone.amplitude(Arrays.copyOfRange(out, 8_000 * 500, 8_000 * 501), 400))
                .isGreaterThan(6_000);
        assertThat(steepest()).isLessThan(4_000);
    }

    @Test
    void disorderAndDoublesDoNoHarm() {
        arrive(100, packet -> packet % 4 == 3 ? 8 * 22 : 0); // comes after its follower
        for (int packet = 0; packet < 100; packet += 7) {
            arrivals.put((long) packet * PACKET + 3, packet);
        }
        listen(2_000);
        assertThat(Tone.amplitude(Arrays.copyOfRange(out, 8_000, 15_840), 400)).isCloseTo(8_000, withPercentage(2));
        assertThat(steepest()).isLessThan(3_300);
    }

    @Test
    void aJumpOfTheTimestampOrAnotherSourceBeginsAnew() {
        arrive(50, packet -> 0);
        listen(1_000);
        timestampBase = 1_000_000;
        arrive(50, packet -> 0);
        listen(1_000);
        timestampBase = -77;
        ssrc = 9;
        arrive(50, packet -> 0);
        listen(1_000);
        for (int second = 0; second < 3; second++) {
            short[] most = Arrays.copyOfRange(out, second * 8_000 + 1_000, second * 8_000 + 8_000);
            assertThat(Tone.amplitude(most, 400)).isCloseTo(8_000, withPercentage(2));
        }
        assertThat(steepest()).isLessThan(3_300);
    }

    @Test
    void nobodyListenedForLong() {
        for (int packet = 0; packet < 1_000; packet++) {
            put(packet, START + packet * PACKET);
        }
        heard = 1_000 * PACKET;
        arrive(50, packet -> 0);
        listen(1_000);
        assertThat(Tone.amplitude(Arrays.copyOfRange(out, heard - 4_000, heard), 400))
                .isCloseTo(8_000, withPercentage(2));
    }

    /** A packet's lateness in samples, −1: never comes. */
    private interface Network {
        int late(int packet);
    }

    private void arrive(int packets, Network network) {
        int first = heard / PACKET;
        for (int packet = first; packet < first + packets; packet++) {
            int late = network.late(packet - first);
            if (late != -1) {
                long at = (long) packet * PACKET + late;
                while (arrivals.containsKey(at)) {
                    at++;
                }
                arrivals.put(at, packet);
            }
        }
    }

    private void listen(int millis) {
        int until = heard + 8 * millis;
        int[] sum = new int[PACKET];
        while (heard < until) {
            heard += PACKET;
            while (!arrivals.isEmpty() && arrivals.firstKey() < heard) {
                Map.Entry<Long, Integer> next = arrivals.pollFirstEntry();
                put(next.getValue(), START + next.getKey().intValue());
            }
            Arrays.fill(sum, 0);
            buffer.addTo(sum, START + heard, PACKET);
            for (int i = 0; i < PACKET; i++) {
                out[heard - PACKET + i] = (short) sum[i];
            }
        }
    }

    private void put(int number, int now) {
        ByteBuffer packet = ByteBuffer.allocate(12 + PACKET);
        packet.put((byte) 0x80).put((byte) 0).putShort((short) (number + 65_500));
        packet.putInt(timestampBase + number * PACKET).putInt(ssrc);
        for (int i = 0; i < PACKET; i++) {
            short sample = voice ? tone[(number * PACKET + i) % tone.length] : 0;
            packet.put(G711.encode(AudioCodec.PCMU, sample));
        }
        RtpView view = new RtpView();
        assertThat(view.read(packet, packet.position())).isTrue();
        ReceptionStatistics.Order order = statistics.onPacket(view.ssrc(), view.sequence());
        buffer.put(packet, view, G711.toLinear(AudioCodec.PCMU), order, now);
    }

    /** How much has come that is not heard yet. */
    private int delay() {
        return buffer.end() - (START + heard);
    }

    private int steepest() {
        int steepest = 0;
        for (int i = 1; i < heard; i++) {
            steepest = Math.max(steepest, Math.abs(out[i] - out[i - 1]));
        }
        return steepest;
    }

    private short[] tone(int frames) {
        return Arrays.copyOf(tone, frames);
    }

    private static int begin(short[] audio) {
        int at = 0;
        while (audio[at] == 0 && audio[at + 1] == 0) {
            at++;
        }
        return at;
    }

    /** The tone as it comes out of the law. */
    private static final class G711Coded {
        static short[] sine() {
            short[] sine = Tone.sine(400, 8_000, 8_000, 8_000);
            for (int i = 0; i < sine.length; i++) {
                sine[i] = G711.decode(AudioCodec.PCMU, G711.encode(AudioCodec.PCMU, sine[i]));
            }
            return sine;
        }
    }
}
