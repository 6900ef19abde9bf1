package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.media.Phone.Packet;
import org.rexian.media.wav.Tone;
import org.rexian.media.wav.WavBytes;

class BridgeTest {

    @TempDir
    private Path folder;

    private final Studio studio = new Studio();
    private final Phone ann = new Phone();
    private final Phone bob = new Phone();
    private final Studio.Told told = new Studio.Told();

    @AfterEach
    void close() {
        studio.close();
        ann.close();
        bob.close();
    }

    @Test
    void audioCrossesBothWaysAndTheLawIsChangedWhereTheCodecsDiffer() {
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMA));
        a.bridge(b, true);
        studio.turn();
        talk(ann, a, AudioCodec.PCMU, 500, bob, b, AudioCodec.PCMA, 1_000, 50);
        List<Packet> atBob = bob.heard();
        assertThat(atBob).hasSize(50).allMatch(packet -> packet.type() == 8);
        assertThat(Tone.amplitude(Phone.audio(atBob, AudioCodec.PCMA), 500)).isCloseTo(8_000, withPercentage(5));
        assertThat(Tone.amplitude(Phone.audio(ann.heard(), AudioCodec.PCMU), 1_000))
                .isCloseTo(8_000, withPercentage(5));
    }

    @Test
    void oneStreamGoesOnAcrossPromptBridgeAndPrompt() throws IOException {
        Path prompt = WavBytes.write(folder.resolve("p.wav"), Tone.sine(440, 8_000, 8_000, 800));
        studio.prompts.prepare(List.of(prompt));
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMU));
        b.play(1, List.of(prompt), false);
        studio.advance(120);
        a.bridge(b, true);
        studio.turn();
        talk(ann, a, AudioCodec.PCMU, 500, bob, b, AudioCodec.PCMU, 500, 10);
        a.unbridge();
        b.play(2, List.of(prompt), false);
        studio.advance(120);
        List<Packet> packets = bob.heard();
        assertThat(packets).hasSize(20);
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).ssrc()).isEqualTo(packets.getFirst().ssrc());
            assertThat((packets.get(i).sequence() - packets.get(i - 1).sequence()) & 0xffff)
                    .isEqualTo(1);
            assertThat(packets.get(i).timestamp() - packets.get(i - 1).timestamp())
                    .isGreaterThanOrEqualTo(160);
        }
        List<Integer> marked = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            if (packets.get(i).marker()) {
                marked.add(i);
            }
        }
        assertThat(marked).containsExactly(0, 5, 15);
    }

    @Test
    void lossAndOrderStayVisibleAndANewSourceIsFittedIn() {
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMU));
        a.bridge(b, true);
        studio.turn();
        say(ann, a);
        ann.sequence++; // lost
        ann.timestamp += 160;
        say(ann, a);
        ann.ssrc = 99;
        ann.sequence = 17;
        ann.timestamp = -5;
        say(ann, a);
        List<Packet> packets = bob.heard();
        assertThat(packets).hasSize(3);
        int first = packets.getFirst().sequence();
        assertThat(packets).extracting(p -> (p.sequence() - first) & 0xffff).containsExactly(0, 2, 3);
        assertThat(packets.get(2).timestamp() - packets.get(1).timestamp()).isBetween(160, 480);
        assertThat(packets)
                .extracting(Packet::ssrc)
                .containsOnly(packets.getFirst().ssrc());
        assertThat(packets.get(2).marker()).isTrue();
    }

    @Test
    void keysCrossWithTheOtherSidesPayloadTypeOrAreKeptBackWithoutAHole() {
        bob.dtmfType = 96;
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMU));
        a.bridge(b, true);
        studio.turn();
        say(ann, a);
        ann.event(a, 5, false, true, 9_000, 160);
        ann.event(a, 5, true, false, 9_000, 320);
        studio.advance(5);
        assertThat(bob.heard()).extracting(Packet::type).containsExactly(0, 96, 96);

        a.bridge(b, false);
        studio.turn();
        say(ann, a);
        ann.event(a, 6, false, true, 12_000, 160);
        ann.event(a, 6, true, false, 12_000, 320);
        say(ann, a);
        List<Packet> packets = bob.heard();
        assertThat(packets).extracting(Packet::type).containsExactly(0, 0);
        assertThat((packets.get(1).sequence() - packets.get(0).sequence()) & 0xffff)
                .isEqualTo(1);
        assertThat(told.events).containsExactly("digit 5", "digit 6");
    }

    @Test
    void keysMayCrossOneWayOnly() {
        bob.dtmfType = 96;
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMU));
        a.bridge(b, true, false);
        studio.turn();
        ann.event(a, 5, false, true, 9_000, 160);
        bob.event(b, 6, false, true, 9_000, 160);
        studio.advance(5);
        assertThat(bob.heard()).extracting(Packet::type).containsExactly(96);
        assertThat(ann.heard()).isEmpty();
        assertThat(told.events).containsExactly("digit 5", "digit 6");
    }

    @Test
    void ourKeyPressesKeepTheRhythmAndSilenceTheAudio() {
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMU));
        a.bridge(b, true);
        studio.turn();
        b.sendDigits("1#", 100);
        talk(ann, a, AudioCodec.PCMU, 500, bob, b, AudioCodec.PCMU, 500, 25);
        List<Packet> packets = bob.heard();
        List<Packet> events = packets.stream().filter(p -> p.type() == 101).toList();
        assertThat(events).hasSize(14);
        List<Packet> one = events.subList(0, 7);
        assertThat(one).extracting(p -> (int) p.payload()[0]).containsOnly(1);
        assertThat(one).extracting(BridgeTest::duration).containsExactly(160, 320, 480, 640, 800, 800, 800);
        assertThat(one)
                .extracting(p -> p.payload()[1] < 0)
                .containsExactly(false, false, false, false, true, true, true);
        assertThat(one)
                .extracting(Packet::timestamp)
                .containsOnly(one.getFirst().timestamp());
        assertThat(one).extracting(Packet::marker).containsExactly(true, false, false, false, false, false, false);
        Packet second = events.get(7);
        assertThat(second.payload()[0]).isEqualTo((byte) 11);
        assertThat(second.timestamp() - one.getFirst().timestamp()).isGreaterThanOrEqualTo(800 + 8 * 60);
        for (int i = 1; i < packets.size(); i++) {
            assertThat((packets.get(i).sequence() - packets.get(i - 1).sequence()) & 0xffff)
                    .isEqualTo(1);
        }
        assertThat(packets.getLast().type()).as("audio is back").isZero();
    }

    @Test
    void anAnnouncementIsHeardOverTheBridgeWhichThenGoesOn() throws IOException {
        Path prompt = WavBytes.write(folder.resolve("p.wav"), Tone.sine(440, 8_000, 8_000, 800));
        studio.prompts.prepare(List.of(prompt));
        MediaSession a = studio.connected(told, ann.format(AudioCodec.PCMU));
        MediaSession b = studio.connected(told, bob.format(AudioCodec.PCMU));
        a.bridge(b, true);
        b.play(4, List.of(prompt), false);
        studio.turn();
        talk(ann, a, AudioCodec.PCMU, 1_000, bob, b, AudioCodec.PCMU, 1_000, 20);
        short[] heard = Phone.audio(bob.heard(), AudioCodec.PCMU);
        assertThat(Tone.amplitude(Arrays.copyOf(heard, 800), 440)).isGreaterThan(7_500);
        assertThat(Tone.amplitude(Arrays.copyOfRange(heard, heard.length - 800, heard.length), 1_000))
                .isGreaterThan(7_500);
        assertThat(ann.heard()).as("the other direction is untouched").hasSize(20);
    }

    @Test
    void onlySessionsOfOneLoopCanBeBridged() {
        try (Studio two = new Studio(Studio.settings().withLoops(2).withPorts(26_000, 26_099))) {
            MediaSession a = two.open(told);
            MediaSession b = two.open(told);
            assertThatThrownBy(() -> a.bridge(b, true)).isInstanceOf(IllegalArgumentException.class);
            a.bridge(two.plane.openBeside(a, told).orElseThrow(), true);
            two.turn();
            assertThat(two.plane.counters().loopFaults()).isZero();
        }
    }

    private void say(Phone phone, MediaSession session) {
        phone.say(session, AudioCodec.PCMU, new short[160]);
        studio.advance(20);
    }

    private void talk(
            Phone one,
            MediaSession first,
            AudioCodec codec,
            int hertz,
            Phone two,
            MediaSession second,
            AudioCodec otherCodec,
            int otherHertz,
            int packets) {
        short[] mine = Tone.sine(hertz, 8_000, 8_000, packets * 160);
        short[] theirs = Tone.sine(otherHertz, 8_000, 8_000, packets * 160);
        for (int i = 0; i < packets; i++) {
            one.say(first, codec, Arrays.copyOfRange(mine, i * 160, i * 160 + 160));
            two.say(second, otherCodec, Arrays.copyOfRange(theirs, i * 160, i * 160 + 160));
            studio.advance(20);
        }
    }

    private static int duration(Packet event) {
        return ((event.payload()[2] & 0xff) << 8) | (event.payload()[3] & 0xff);
    }
}
