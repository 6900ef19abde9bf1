package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.media.wav.Tone;
import org.rexian.media.wav.WavBytes;

class RecordingTest {

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

    @Test
    void bothSidesLieSideBySideAndWhatWasLostOrLateIsInItsPlace() throws IOException {
        MediaSession session = recorded("talk.wav");
        play(session, 1_000);
        short[] tone = Tone.sine(500, 8_000, 8_000, 16_000);
        for (int i = 0; i < 100; i++) {
            short[] piece = Arrays.copyOfRange(tone, i * 160, i * 160 + 160);
            if (i >= 50 && i < 60) { // lost
                phone.sequence++;
                phone.timestamp += 160;
            } else {
                phone.say(session, AudioCodec.PCMA, piece);
            }
            studio.advance(i % 2 == 0 ? 35 : 5); // jitter
        }
        closeWhole(session);
        StereoFile file = read("talk.wav");
        assertThat(file.left().length).isBetween(16_000, 16_200);
        assertThat(Tone.amplitude(Arrays.copyOfRange(file.left(), 800, 7_200), 500))
                .isCloseTo(8_000, withPercentage(2));
        assertThat(Tone.amplitude(Arrays.copyOfRange(file.right(), 800, 7_200), 1_000))
                .isCloseTo(8_000, withPercentage(2));
        assertThat(Arrays.copyOfRange(file.left(), 8_200, 9_400)).as("lost").containsOnly(0);
        assertThat(Tone.amplitude(Arrays.copyOfRange(file.left(), 9_700, 15_000), 500))
                .isCloseTo(8_000, withPercentage(2));
        for (int i = 1_000; i < 7_000; i++) { // no seam between packets: the tone never jumps
            assertThat(Math.abs(file.left()[i] - tone[i - offset(file.left(), tone)]))
                    .isLessThan(400);
        }
    }

    @Test
    void theFileIsWholeUpToTheLastSecondAtAnyTime() throws IOException {
        MediaSession session = recorded("killed.wav");
        play(session, 1_000);
        for (int second = 1; second <= 5; second++) {
            studio.advance(1_000);
            int least = (second - 1) * 8_000 + 2_000;
            Awaitility.await().until(() -> frames("killed.wav") >= least);
            StereoFile file = read("killed.wav"); // as a crash would leave it: nothing is closed
            assertThat(Tone.amplitude(Arrays.copyOfRange(file.right(), least - 1_600, least), 1_000))
                    .isGreaterThan(7_500);
        }
    }

    @Test
    void aRecordingNeverReplacesAnother() throws IOException {
        Files.writeString(folder.resolve("old.wav"), "evidence");
        recorded("old.wav");
        Awaitility.await().until(() -> {
            studio.advance(1);
            return !told.events.isEmpty();
        });
        assertThat(told.events).singleElement().asString().contains("old.wav exists already");
        assertThat(folder.resolve("old.wav")).hasContent("evidence");
        assertThat(studio.plane.counters().recordingFailures()).isEqualTo(1);
    }

    @Test
    void anImpossibleFolderIsReportedWithItsName() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        recorded("file/a.wav");
        Awaitility.await().until(() -> {
            studio.advance(1);
            return !told.events.isEmpty();
        });
        assertThat(told.events).singleElement().asString().contains("a.wav");
    }

    private MediaSession recorded(String name) {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMA));
        session.startRecording(folder.resolve(name));
        studio.turn();
        return session;
    }

    private void play(MediaSession session, int hertz) throws IOException {
        Path prompt = WavBytes.write(folder.resolve("p.wav"), Tone.sine(hertz, 8_000, 8_000, 8_000));
        studio.prompts.prepare(List.of(prompt));
        session.play(1, List.of(prompt), true);
        studio.turn();
    }

    private void closeWhole(MediaSession session) {
        session.close();
        Awaitility.await().until(() -> {
            studio.turn();
            return told.events.contains("closed");
        });
    }

    /** Where in the recording the tone begins, by its first sample that is clearly not silence. */
    private static int offset(short[] channel, short[] tone) {
        int heard = 0;
        while (Math.abs(channel[heard]) < 2_000) {
            heard++;
        }
        int made = 0;
        while (Math.abs(tone[made]) < 2_000) {
            made++;
        }
        return heard - made;
    }

    private int frames(String name) throws IOException {
        return StereoFile.frames(folder.resolve(name));
    }

    private StereoFile read(String name) throws IOException {
        return StereoFile.read(folder.resolve(name));
    }
}
