package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.media.Phone.Packet;
import org.rexian.media.wav.Tone;
import org.rexian.media.wav.WavBytes;

class PlaybackTest {

    @TempDir
    private Path folder;

    private final Studio studio = new Studio();
    private final Phone phone = new Phone();
    private final Studio.Told told = new Studio.Told();

    @AfterEach
    void close() {
        studio.close();
        phone.close();
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void aToneComesOutAsItWentIn(AudioCodec codec) throws IOException {
        play(phone.format(codec), tone("a.wav", 1_000, 4_000));
        studio.advance(600);
        short[] audio = Phone.audio(phone.heard(), codec);
        assertThat(audio).hasSize(4_000);
        assertThat(Tone.amplitude(audio, 1_000)).isCloseTo(8_000, withPercentage(2));
        assertThat(told.events).containsExactly("finished 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 30, 40, 60})
    void packetsOfAnyLengthFollowEachOtherAndTheLastIsFilledUp(int ptime) throws IOException {
        play(phone.format(AudioCodec.PCMA, ptime), tone("a.wav", 500, 1_000), tone("b.wav", 500, 900));
        studio.advance(400);
        List<Packet> packets = phone.heard();
        int octets = ptime * 8;
        assertThat(packets).hasSize((1_900 + octets - 1) / octets).allMatch(p -> p.payload().length == octets);
        for (int i = 1; i < packets.size(); i++) {
            Packet before = packets.get(i - 1);
            Packet packet = packets.get(i);
            assertThat(packet.timestamp() - before.timestamp()).isEqualTo(octets);
            assertThat((packet.sequence() - before.sequence()) & 0xffff).isEqualTo(1);
            assertThat(packet.ssrc()).isEqualTo(before.ssrc());
            assertThat(packet.marker()).isFalse();
        }
        assertThat(packets.getFirst().marker()).isTrue();
        byte[] last = packets.getLast().payload();
        assertThat(last[octets - 1]).isEqualTo((byte) 0xd5);
    }

    @Test
    void musicLoopsUntilReplacedAndTheGapOfASilenceShowsInTheTimestamp() throws IOException {
        MediaSession session = play(phone.format(AudioCodec.PCMU), true, tone("moh.wav", 440, 800));
        studio.advance(300);
        assertThat(phone.heard()).hasSize(15);
        session.stopPlayback();
        studio.advance(100);
        assertThat(phone.heard()).isEmpty();
        session.play(2, List.of(folder.resolve("moh.wav")), false);
        studio.advance(200);
        List<Packet> packets = phone.heard();
        assertThat(packets).hasSize(5);
        assertThat(packets.getFirst().marker()).isTrue();
        assertThat(told.events).containsExactly("finished 2");
    }

    @Test
    void aLateLoopSendsNoLongBurstAndLosesNoAudio() throws IOException {
        play(phone.format(AudioCodec.PCMU), tone("a.wav", 1_000, 8_000));
        studio.advance(100);
        List<Packet> before = phone.heard();
        studio.stall(500);
        List<Packet> burst = phone.heard();
        assertThat(burst).hasSize(3);
        Packet last = before.getLast();
        assertThat(burst.getFirst().timestamp() - last.timestamp())
                .as("time given up shows")
                .isGreaterThan(160);
        assertThat(burst.getFirst().marker()).isTrue();
        assertThat(studio.plane.counters().skippedMillis()).isEqualTo(440);
        studio.advance(2_000);
        assertThat(before.size() + burst.size() + phone.heard().size()).isEqualTo(50);
    }

    @Test
    void streamsAreSpreadOverThePacketTime() throws IOException {
        Path file = tone("a.wav", 1_000, 8_000);
        studio.prompts.prepare(List.of(file));
        for (int i = 0; i < 40; i++) {
            studio.connected(told, phone.format(AudioCodec.PCMU)).play(i, List.of(file), false);
        }
        studio.advance(20);
        phone.heard();
        for (int i = 0; i < 20; i++) {
            studio.advance(1);
            assertThat(phone.heard()).hasSize(2);
        }
    }

    @Test
    void anUnpreparedFileIsLoadedOffTheLoopAndAMissingOneIsLeftOut() throws IOException {
        Path file = tone("a.wav", 1_000, 320);
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        session.play(1, List.of(folder.resolve("missing.wav"), file), false);
        Awaitility.await().until(() -> {
            studio.advance(20);
            return told.events.contains("finished 1");
        });
        assertThat(phone.heard()).hasSize(2);
        assertThat(studio.plane.counters().promptFailures()).isEqualTo(1);
    }

    @Test
    void aChangedFileIsReadAgainOnPrepare() throws IOException {
        Path file = tone("a.wav", 1_000, 160);
        assertThat(studio.prompts.prepare(List.of(file))).isEmpty();
        tone("a.wav", 1_000, 480);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        studio.prompts.prepare(List.of(file));
        play(phone.format(AudioCodec.PCMU), file);
        studio.advance(100);
        assertThat(phone.heard()).hasSize(3);
    }

    @Test
    void problemsNameTheFile() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "hello");
        List<PromptProblem> problems = studio.prompts.prepare(List.of(bad, folder.resolve("none.wav")));
        assertThat(problems).extracting(PromptProblem::file).containsExactly(bad, folder.resolve("none.wav"));
        assertThat(problems.getFirst().toString()).startsWith(bad.toString()).contains("no WAV file");
    }

    @Test
    void onHoldTimePassesUnheard() throws IOException {
        StreamFormat open = phone.format(AudioCodec.PCMU);
        StreamFormat held =
                new StreamFormat(open.remote(), open.remoteRtcp(), false, AudioCodec.PCMU, 0, 101, 20, false, true);
        play(held, tone("a.wav", 1_000, 800));
        studio.advance(200);
        assertThat(phone.heard()).isEmpty();
        assertThat(told.events).containsExactly("finished 1");
    }

    @Test
    void nothingIsSentBeforeTheFirstAgreement() throws IOException {
        Path file = tone("a.wav", 1_000, 800);
        studio.prompts.prepare(List.of(file));
        MediaSession session = studio.open(told);
        session.play(1, List.of(file), false);
        studio.advance(200);
        assertThat(told.events).isEmpty();
        session.connect(phone.format(AudioCodec.PCMU));
        studio.advance(200);
        assertThat(phone.heard()).hasSize(5);
    }

    private MediaSession play(StreamFormat format, Path... files) {
        return play(format, false, files);
    }

    private MediaSession play(StreamFormat format, boolean loop, Path... files) {
        assertThat(studio.prompts.prepare(List.of(files))).isEmpty();
        MediaSession session = studio.connected(told, format);
        session.play(1, List.of(files), loop);
        return session;
    }

    private Path tone(String name, int hertz, int samples) throws IOException {
        return WavBytes.write(folder.resolve(name), Tone.sine(hertz, 8_000, 8_000, samples));
    }
}
