package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.media.Round.Party;
import org.rexian.media.wav.Tone;

/** Who hears whom: each party says a tone of its own. */
class MixerTest {

    private final Round round = new Round();

    @AfterEach
    void close() {
        round.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void inAConferenceEachHearsAllOthersAndNotItself(int count) {
        IntStream.range(0, count).forEach(i -> round.party());
        Mixer mixer = mixer();
        round.parties.forEach(party -> mixer.join(party.session, MixerRole.PARTICIPANT));
        String all = "abcdefgh".substring(0, count);
        for (int i = 0; i < count; i++) {
            assertThat(round.heardBy(round.parties.get(i))).isEqualTo(all.replace("" + all.charAt(i), ""));
        }
    }

    @Test
    void aSupervisorListensWhispersAndBarges() {
        Party customer = round.party();
        Party agent = round.party();
        Party supervisor = round.party();
        Mixer mixer = mixer();
        mixer.join(customer.session, MixerRole.PARTICIPANT);
        mixer.join(agent.session, MixerRole.PARTICIPANT);
        mixer.join(supervisor.session, MixerRole.LISTEN);
        assertHeard("b", "a", "ab");
        mixer.change(supervisor.session, MixerRole.whisperTo(agent.session));
        assertHeard("b", "ac", "ab");
        mixer.change(supervisor.session, MixerRole.BARGE);
        assertHeard("bc", "ac", "ab");
        mixer.change(supervisor.session, MixerRole.LISTEN);
        assertHeard("b", "a", "ab");
        mixer.leave(supervisor.session);
        assertHeard("b", "a", "");
    }

    @Test
    void anyMatrixCanBeSaid() {
        Party a = round.party();
        Party b = round.party();
        Party c = round.party();
        Mixer mixer = mixer();
        mixer.join(a.session, new MixerRole(Parties.allBut(c.session), Parties.ALL));
        mixer.join(b.session, new MixerRole(Parties.NOBODY, Parties.allBut(c.session)));
        mixer.join(c.session, MixerRole.PARTICIPANT);
        assertHeard("b", "", "a");
    }

    @Test
    void aSumTooLoudIsHeldAndNeverTurnsOver() {
        Party a = round.party();
        Party b = round.party();
        Party listener = round.party();
        a.amplitude(30_000);
        b.amplitude(30_000);
        Mixer mixer = mixer();
        round.parties.forEach(party -> mixer.join(party.session, MixerRole.PARTICIPANT));
        round.talk(300);
        listener.heard();
        round.talk(500);
        short[] heard = listener.heard();
        int steepest = IntStream.range(1, heard.length)
                .map(i -> Math.abs(heard[i] - heard[i - 1]))
                .max()
                .orElseThrow();
        assertThat(steepest).isLessThan(22_000); // 30,000 · 2π · (307 + 523) / 8,000 = 19,560, and a step of the law
        assertThat(IntStream.range(0, heard.length).map(i -> heard[i]).max().orElseThrow())
                .isEqualTo(32_124);
        assertThat(Tone.amplitude(heard, a.hertz)).isGreaterThan(15_000);
    }

    @Test
    void codecsAndPacketLengthsMix() {
        int[] ptimes = {10, 20, 30, 40, 60};
        for (int i = 0; i < ptimes.length; i++) {
            round.party(i % 2 == 0 ? AudioCodec.PCMA : AudioCodec.PCMU, ptimes[i]);
        }
        Mixer mixer = mixer();
        round.parties.forEach(party -> mixer.join(party.session, MixerRole.PARTICIPANT));
        assertHeard("bcde", "acde", "abde", "abce", "abcd");
        round.parties.forEach(party -> party.phone.heard());
        round.talk(600);
        for (Party party : round.parties) {
            assertThat(party.phone.heard())
                    .hasSize(600 / party.ptime)
                    .allMatch(packet -> packet.payload().length == 8 * party.ptime)
                    .allMatch(packet -> packet.type() == (party.codec == AudioCodec.PCMU ? 0 : 8));
        }
    }

    @Test
    void whoLeavesClosesOrIsHeldIsNoLongerHeard() {
        Party a = round.party();
        Party b = round.party();
        Party c = round.party();
        Party d = round.party();
        Mixer mixer = mixer();
        round.parties.forEach(party -> mixer.join(party.session, MixerRole.PARTICIPANT));
        assertHeard("bcd", "acd", "abd", "abc");
        StreamFormat open = b.phone.format(b.codec);
        b.session.connect(new StreamFormat(
                open.remote(), open.remoteRtcp(), false, b.codec, 0, 101, 20, true, false)); // it only listens
        c.session.close();
        mixer.leave(d.session);
        assertHeard("", "a");
        assertThat(d.phone.heard()).isEmpty();
        mixer.close();
        a.heard();
        round.talk(100);
        assertThat(a.heard()).isEmpty();
        assertThat(round.studio.plane.counters().loopFaults()).isZero();
    }

    @Test
    void whatWasSaidRightBeforeTheHoldIsNotHeardEither() {
        Party a = round.party();
        Party b = round.party();
        join(mixer(), 0, 1);
        round.talk(300);
        StreamFormat open = b.phone.format(b.codec);
        b.session.connect(new StreamFormat(open.remote(), open.remoteRtcp(), false, b.codec, 0, 101, 20, true, false));
        round.studio.turn();
        a.heard();
        round.talk(60);
        assertThat(Tone.amplitude(a.heard(), b.hertz)).isLessThan(50);
    }

    @Test
    void nothingCrossesBetweenTwoMixesAndABridgeOfOneLoop() {
        IntStream.range(0, 6).forEach(i -> round.party());
        Mixer first = mixer();
        Mixer second = mixer();
        join(first, 0, 1);
        join(second, 2, 3);
        round.parties.get(4).session.bridge(round.parties.get(5).session, true);
        assertHeard("b", "a", "d", "c", "f", "e");
        join(second, 1);
        assertHeard("", "cd", "bd", "bc", "f", "e");
        join(first, 4); // out of its bridge
        assertHeard("e", "cd", "bd", "bc", "a", "");
    }

    @Test
    void keysAreReportedAndNotMixed() {
        Party a = round.party();
        Party b = round.party();
        Mixer mixer = mixer();
        join(mixer, 0, 1);
        round.talk(300);
        b.phone.heard();
        int at = a.phone.timestamp;
        a.mute = true;
        for (int i = 1; i <= 5; i++) {
            a.phone.event(a.session, 7, i == 5, i == 1, at, i * 160);
            round.talk(20);
        }
        a.mute = false;
        round.talk(200);
        assertThat(a.told.events).containsExactly("digit 7");
        assertThat(b.told.events).isEmpty();
        assertThat(b.phone.heard()).hasSize(15).allMatch(packet -> packet.type() == 0);
        assertThat(round.heardBy(b)).isEqualTo("a");
    }

    @Test
    void onlySessionsOfOneLoopCanBeMixed() {
        try (Studio two = new Studio(Studio.settings().withLoops(2).withPorts(26_000, 26_099))) {
            MediaSession a = two.open(new Studio.Told());
            MediaSession b = two.open(new Studio.Told());
            Mixer mixer = two.plane.mixerBeside(a);
            assertThatThrownBy(() -> mixer.join(b, MixerRole.PARTICIPANT)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLoudVoiceIsAsLoudAsItWas() {
        Party a = round.party(AudioCodec.PCMA, 20);
        Party b = round.party(AudioCodec.PCMU, 20);
        join(mixer(), 0, 1);
        a.amplitude(20_000);
        round.talk(300);
        b.heard();
        round.talk(500);
        assertThat(Tone.amplitude(b.heard(), a.hertz)).isCloseTo(20_000, withPercentage(2));
    }

    private Mixer mixer() {
        return round.studio.plane.mixerBeside(round.parties.getFirst().session);
    }

    private void join(Mixer mixer, int... parties) {
        for (int party : parties) {
            mixer.join(round.parties.get(party).session, MixerRole.PARTICIPANT);
        }
    }

    private void assertHeard(String... each) {
        for (int i = 0; i < each.length; i++) {
            assertThat(round.heardBy(round.parties.get(i)))
                    .as("heard by " + (char) ('a' + i))
                    .isEqualTo(each[i]);
        }
    }
}
