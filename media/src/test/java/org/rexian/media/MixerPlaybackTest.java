package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.media.Round.Party;
import org.rexian.media.wav.Tone;
import org.rexian.media.wav.WavBytes;

/** What is played into a mix, and what is recorded of it. */
class MixerPlaybackTest {

    private static final int BEEP = 2_503;

    @TempDir
    private Path folder;

    private final Round round = new Round();
    private final Party a = round.party();
    private final Party b = round.party();
    private final Party c = round.party();
    private Mixer mixer = round.studio.plane.mixerBeside(a.session);
    private Path beep = Path.of("");

    @BeforeEach
    void joinAll() throws IOException {
        beep = WavBytes.write(folder.resolve("beep.wav"), Tone.sine(BEEP, 8_000, 8_000, 4_000));
        Stream.of(a, b, c).forEach(party -> mixer.join(party.session, MixerRole.PARTICIPANT));
        round.talk(200);
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void onePartysPromptIsHeardInPlaceOfTheMixByItAlone() {
        round.studio.prompts.prepare(List.of(beep));
        heard();
        a.session.play(3, List.of(beep), false);
        round.talk(480);
        short[] alone = a.heard();
        assertThat(beepIn(alone)).isCloseTo(8_000, withPercentage(5));
        assertThat(round.tonesIn(alone)).isEmpty();
        assertThat(round.tonesIn(b.heard())).isEqualTo("ac");
        round.talk(100);
        assertThat(a.told.events).containsExactly("finished 3");
        assertThat(round.heardBy(a)).isEqualTo("bc");
        assertThat(beepIn(b.heard())).isLessThan(50);
    }

    @Test
    void aToneForAllIsMixedWithTheTalkAndEnds() {
        heard();
        mixer.change(c.session, MixerRole.LISTEN);
        mixer.play(List.of(beep)); // not prepared: it is read meanwhile
        Awaitility.await().until(() -> {
            round.talk(20);
            return beepIn(a.heard()) > 2_000;
        });
        heard();
        round.talk(300);
        for (Party party : round.parties) {
            short[] heard = party.heard();
            assertThat(beepIn(heard)).isCloseTo(8_000, withPercentage(5));
            assertThat(round.tonesIn(heard))
                    .isEqualTo("ab".replace("" + (char) ('a' + round.parties.indexOf(party)), ""));
        }
        round.talk(500);
        heard();
        round.talk(200);
        assertThat(beepIn(a.heard())).isLessThan(50);
    }

    @Test
    void keyPressesOfOursAreHeardInPlaceOfTheMix() {
        heard();
        a.session.sendDigits("5", 100);
        round.talk(200);
        assertThat(a.phone.heard().stream().filter(packet -> packet.type() == 101))
                .hasSize(7);
        assertThat(round.heardBy(a)).isEqualTo("bc");
    }

    @Test
    void theRecordingGoesOnFromBridgeToMixAndBack() throws IOException {
        mixer.close();
        a.session.bridge(b.session, true);
        a.session.startRecording(folder.resolve("talk.wav"));
        round.talk(1_000);
        Stream.of(a, b, c).forEach(party -> mixer.join(party.session, MixerRole.PARTICIPANT));
        round.talk(1_000);
        a.session.bridge(b.session, true);
        round.talk(1_000);
        a.session.close();
        Awaitility.await().until(() -> {
            round.studio.advance(1);
            return a.told.events.contains("closed");
        });
        StereoFile file = StereoFile.read(folder.resolve("talk.wav"));
        assertThat(file.left().length).isBetween(8 * 3_000, 8 * 3_010);
        assertThat(round.tonesIn(file.left(100, 2_900))).isEqualTo("a");
        assertThat(round.tonesIn(file.right(100, 1_000))).isEqualTo("b");
        assertThat(round.tonesIn(file.right(1_100, 2_000))).isEqualTo("bc");
        assertThat(round.tonesIn(file.right(2_100, 2_900))).isEqualTo("b");
        for (int at = 100; at < 2_900; at += 40) { // no hole, only the mix's own delay where it begins
            assertThat(Tone.amplitude(file.right(at, at + 60), b.hertz))
                    .as("at " + at)
                    .isGreaterThan(500);
        }
    }

    private void heard() {
        round.parties.forEach(Party::heard);
    }

    private static double beepIn(short[] audio) {
        return audio.length == 0 ? 0 : Tone.amplitude(audio, BEEP);
    }
}
