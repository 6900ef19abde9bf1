package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.media.Phone.Packet;
import org.rexian.media.Round.Party;
import org.rexian.media.codec.G711;

/** From bridge to mix and back: one stream of packets, nothing lost beyond a frame, no click. */
class MixerSeamTest {

    private static final int SMOOTHED = 40;

    private final Round round = new Round();

    @AfterEach
    void close() {
        round.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 20", "7, 20, 20", "13, 20, 20", "19, 20, 20", "3, 10, 30", "11, 30, 10", "5, 20, 60"})
    void fromBridgeToMixAndBackNoMoreThanAFrameIsLost(int ahead, int ptime, int listenersPtime) {
        Party a = round.party(AudioCodec.PCMU, ptime);
        Party b = round.party(AudioCodec.PCMA, listenersPtime);
        a.ahead = ahead;
        a.says(noise());
        b.says(noise());
        bridgeMixBridge(a, b);
        assertWhole(a, b);
        assertWhole(b, a);
    }

    private static void assertWhole(Party speaker, Party listener) {
        List<Packet> packets = listener.phone.heard();
        assertOneStream(packets);
        BitSet said = new BitSet();
        said.set(0, speaker.saidFrames() - 8 * speaker.ptime); // the last is still under way
        said.andNot(positions(Phone.audio(packets, listener.codec)));
        assertThat(said.stream().filter(frame -> frame > 3_000).count())
                .as("samples not heard where the mix ends, or heard smoothed")
                .isLessThanOrEqualTo(8 * listener.ptime + SMOOTHED);
        assertThat(said.stream().filter(frame -> frame < 3_000).count())
                .as("and where it begins")
                .isLessThanOrEqualTo(SMOOTHED);
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "7, 20", "13, 20", "19, 20", "3, 30", "11, 10"})
    void noSeamClicks(int ahead, int ptime) {
        Party a = round.party(AudioCodec.PCMU, ptime);
        Party b = round.party();
        a.ahead = ahead;
        bridgeMixBridge(a, b);
        short[] heard = b.heard();
        int steepest = IntStream.range(1, heard.length)
                .map(i -> Math.abs(heard[i] - heard[i - 1]))
                .max()
                .orElseThrow();
        assertThat(steepest).isLessThan(1_050); // 3,000 · 2π · 307 / 8,000 = 723, a step of the law, and a seam's slope
    }

    private void bridgeMixBridge(Party a, Party b) {
        a.session.bridge(b.session, true);
        round.studio.turn();
        round.talk(300);
        Mixer mixer = round.studio.plane.mixerBeside(a.session);
        mixer.join(a.session, MixerRole.PARTICIPANT);
        mixer.join(b.session, MixerRole.PARTICIPANT);
        round.talk(400);
        a.session.bridge(b.session, true);
        round.talk(300);
    }

    private static void assertOneStream(List<Packet> packets) {
        for (int i = 1; i < packets.size(); i++) {
            Packet before = packets.get(i - 1);
            Packet next = packets.get(i);
            assertThat(next.ssrc()).isEqualTo(before.ssrc());
            assertThat((next.sequence() - before.sequence()) & 0xffff).isEqualTo(1);
            assertThat(next.timestamp() - before.timestamp())
                    .isBetween(before.payload().length, before.payload().length + 8 * 60);
        }
    }

    private static short[] noise() {
        Random random = new Random(7);
        short[] noise = new short[8_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) random.nextInt(-4_000, 4_000);
        }
        return noise;
    }

    /** Which samples of the noise are heard: each stretch of 40 is looked for where it correlates best. */
    private static BitSet positions(short[] heard) {
        short[] noise = noise();
        BitSet found = new BitSet();
        for (int at = 0; at + 40 <= heard.length; at += 10) {
            short[] piece = Arrays.copyOfRange(heard, at, at + 40);
            for (int place = 0; place + 40 <= noise.length; place++) {
                if (same(piece, noise, place)) {
                    found.set(place, place + 40);
                }
            }
        }
        return found;
    }

    private static boolean same(short[] piece, short[] noise, int place) {
        for (int i = 0; i < piece.length; i++) {
            short coded = G711.decode(AudioCodec.PCMU, G711.encode(AudioCodec.PCMU, noise[place + i]));
            if (Math.abs(piece[i] - coded) > 260) { // both laws, one after the other
                return false;
            }
        }
        return true;
    }
}
