package org.rexian.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.media.Phone.Packet;

/** One process takes a session's state at a random point, and another one goes on with it on the same port. */
class MediaSessionStateTest {

    private Studio studio = silenceSending();
    private final Phone phone = new Phone();
    private final Studio.Told told = new Studio.Told();

    @AfterEach
    void close() {
        studio.close();
        phone.close();
    }

    private static Studio silenceSending() {
        return new Studio(Studio.settings().withSilenceWhenIdle(true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void packetsGoOnWhereTheOriginalWouldHaveSentThem(long seed) {
        Random random = new Random(seed);
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMA));
        talk(session, random.nextInt(5, 200));
        phone.sequence += 2; // lost
        talk(session, random.nextInt(5, 200));
        phone.heard();
        MediaSessionState state = state(session);
        assertPlain(state);
        talk(session, 10); // the original goes on, to be compared with
        List<Packet> expected = phone.heard();
        Quality quality = end(session);
        phone.heard();
        phone.sequence -= 10;
        phone.timestamp -= 10 * 160;

        MediaSession restored = restored(state, 0);
        talk(restored, 10);
        List<Packet> packets = phone.heard();
        assertThat(restored.localAddress()).isEqualTo(session.localAddress());
        assertThat(numbers(packets)).as("seed " + seed).isEqualTo(numbers(expected));
        for (int i = 0; i < packets.size(); i++) {
            assertThat(packets.get(i).timestamp() - expected.get(i).timestamp())
                    .as("only the turn of the wheel may differ, seed " + seed)
                    .isBetween(-160, 160);
        }
        assertThat(packets.get(1).timestamp() - packets.get(0).timestamp()).isEqualTo(160);
        Quality after = end(restored);
        assertThat(after.packetsReceived()).as("seed " + seed).isEqualTo(quality.packetsReceived());
        assertThat(after.packetsLost()).isEqualTo(quality.packetsLost()).isEqualTo(2);
        assertThat(after.packetsSent()).isEqualTo(quality.packetsSent());
    }

    @Test
    void whatTheOriginalMayHaveSentDuringTheOutageIsPassedOver() {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        talk(session, 20);
        Packet last = phone.heard().getLast();
        MediaSessionState state = state(session);
        end(session);
        phone.heard();
        talk(restored(state, 500), 3);
        Packet first = phone.heard().getFirst();
        assertThat((first.sequence() - last.sequence()) & 0xffff).isEqualTo(26);
        assertThat(first.timestamp() - last.timestamp()).isBetween(4_000, 4_000 + 320);
        assertThat(first.marker()).isTrue();
        assertThat(first.ssrc()).isEqualTo(last.ssrc());
    }

    @Test
    void aSourceThatWasLearntIsBelievedAndNoOther() {
        StreamFormat open = phone.format(AudioCodec.PCMU);
        try (Phone nat = new Phone();
                Phone stranger = new Phone()) {
            MediaSession session = studio.connected(
                    told,
                    new StreamFormat(open.remote(), open.remoteRtcp(), true, AudioCodec.PCMU, 0, 101, 20, true, true));
            nat.say(session, AudioCodec.PCMU, new short[160]);
            nat.say(session, AudioCodec.PCMU, new short[160]);
            studio.advance(20);
            MediaSessionState state = state(session);
            end(session);
            MediaSession restored = restored(state, 0);
            nat.heard();
            for (int i = 0; i < 3; i++) {
                stranger.say(restored, AudioCodec.PCMU, new short[160]);
                studio.advance(20);
            }
            assertThat(nat.heard()).hasSize(3);
            assertThat(stranger.heard()).isEmpty();
        }
    }

    @Test
    void whileWeAreHeldNothingIsSent() {
        StreamFormat open = phone.format(AudioCodec.PCMU);
        MediaSession session = studio.connected(
                told,
                new StreamFormat(open.remote(), open.remoteRtcp(), false, AudioCodec.PCMU, 0, 101, 20, false, true));
        MediaSessionState state = state(session);
        end(session);
        restored(state, 0);
        studio.advance(100);
        assertThat(phone.heard()).isEmpty();
    }

    @Test
    void aPressThatWasReportedIsNotReportedAgain() {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        phone.event(session, 5, false, true, 9_000, 160);
        studio.advance(20);
        MediaSessionState state = state(session);
        end(session);
        MediaSession restored = restored(state, 0);
        phone.event(restored, 5, false, false, 9_000, 320);
        phone.event(restored, 5, true, false, 9_000, 480);
        studio.advance(20);
        phone.event(restored, 6, false, true, 12_000, 160);
        studio.advance(20);
        assertThat(told.events).containsExactly("digit 5", "closed", "digit 6");
    }

    @Test
    void aTakenPortAndAnotherAddressAreNotGoneOnWith(@TempDir Path folder) {
        MediaSession session = studio.connected(told, phone.format(AudioCodec.PCMU));
        session.startRecording(folder.resolve("talk.wav"));
        studio.turn();
        studio.advance(1_000);
        MediaSessionState state = state(session);
        assertThat(state.recording())
                .contains(new MediaSessionState.Recording(
                        folder.resolve("talk.wav").toString(), 1_000));
        assertThat(studio.plane.restore(state, 0, told)).as("in use").isEmpty();
        MediaSessionState elsewhere = new MediaSessionState(
                "10.9.8.7",
                state.port(),
                state.format(),
                state.target(),
                false,
                state.sent(),
                state.received(),
                state.press(),
                state.cname(),
                Optional.empty());
        end(session);
        studio.advance(2); // a closed socket's port is free once the selector has seen it
        assertThat(studio.plane.restore(elsewhere, 0, told)).isEmpty();
        MediaSession other = studio.open(told);
        MediaSession restored =
                studio.plane.restoreBeside(other, state, 0, told).orElseThrow();
        restored.bridge(other, true);
        assertThat(restored.localAddress()).isEqualTo(session.localAddress());
    }

    private void talk(MediaSession session, int packets) {
        for (int i = 0; i < packets; i++) {
            phone.say(session, AudioCodec.PCMA, new short[160]);
            studio.advance(20);
        }
    }

    private MediaSessionState state(MediaSession session) {
        List<MediaSessionState> taken = new ArrayList<>();
        session.state(taken::add);
        studio.turn();
        return taken.getFirst();
    }

    private Quality end(MediaSession session) {
        session.close();
        told.quality = Optional.empty();
        Awaitility.await().until(() -> {
            studio.turn();
            return told.quality.isPresent();
        });
        return told.quality.orElseThrow();
    }

    /** In a new process. */
    private MediaSession restored(MediaSessionState state, int outageMillis) {
        studio.close();
        studio = silenceSending();
        MediaSession restored = studio.plane.restore(state, outageMillis, told).orElseThrow();
        studio.turn();
        return restored;
    }

    private static List<Integer> numbers(List<Packet> packets) {
        return packets.stream().map(Packet::sequence).toList();
    }

    /** Nothing but records, enums, texts and numbers. */
    private static void assertPlain(Object value) {
        switch (value) {
            case String _, Number _, Boolean _, Enum<?> _ -> {}
            case Optional<?> optional -> optional.ifPresent(MediaSessionStateTest::assertPlain);
            case Record parts -> {
                for (RecordComponent part : parts.getClass().getRecordComponents()) {
                    try {
                        assertPlain(part.getAccessor().invoke(parts));
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(part.toString(), e);
                    }
                }
            }
            default -> throw new AssertionError("not plain: " + value.getClass());
        }
    }
}
