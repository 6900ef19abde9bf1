package org.rexian.harness.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.process.LocalPorts;
import org.rexian.sip.SessionEnd;

/** Phones that call each other without an engine: what fails here is the phones, or what they share with the engine. */
class PhoneTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private Phones here;
    private Phones there;

    @BeforeEach
    void open() throws InterruptedException {
        int port = LocalPorts.free();
        int otherPort = LocalPorts.free();
        here = Phones.open(loopback(otherPort), "udp", port, LocalPorts.freeRun(8), 8);
        there = Phones.open(loopback(port), "udp", otherPort, LocalPorts.freeRun(8), 8);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void bothHearEachOtherAndTheKeys() throws InterruptedException {
        Path low = tone("low.wav", 440);
        Path high = tone("high.wav", 770);
        Path recording = directory.resolve("recording.wav");
        there.phone("bob").onCall(call -> call.whenUp(up -> up.say(List.of(high), true)));

        PhoneCall call = here.phone("alice").call("bob").awaitUp(PATIENCE);
        call.record(recording);
        call.say(List.of(low), true);
        PhoneCall atBob = there.phone("bob").awaitCall(PATIENCE);
        call.press("42#");
        Eventually.require("keys at bob", PATIENCE, () -> atBob.digits().equals("42#"));
        Thread.sleep(1500); // the talk that is measured
        call.hangUp();

        assertThat(call.awaitEnded(PATIENCE).cause()).isEqualTo(SessionEnd.Cause.LOCAL);
        assertThat(atBob.awaitEnded(PATIENCE).cause()).isEqualTo(SessionEnd.Cause.REMOTE_BYE);
        assertThat(atBob.other()).isEqualTo("alice");
        WavFile heard = WavFile.read(recording);
        long end = heard.millis() - 200;
        assertThat(heard.meter(0).part(end - 1000, end).dominantHertz()).isEqualTo(770);
        assertThat(heard.meter(1).part(end - 1000, end).dominantHertz()).isEqualTo(440);
    }

    @Test
    void aBusyPhoneRefuses() {
        there.phone("bob").answerBy(new AnswerPolicy.Refuse(486));

        SessionEnd end = here.phone("alice").call("bob").awaitEnded(PATIENCE);

        assertThat(end.status()).isEqualTo(486);
    }

    @Test
    void aCallerWhoGivesUpStopsTheRinging() throws InterruptedException {
        there.phone("bob").answerBy(new AnswerPolicy.RingForEver());
        PhoneCall call = here.phone("alice").call("bob");
        PhoneCall atBob = there.phone("bob").awaitCall(PATIENCE);

        call.hangUp();

        assertThat(atBob.awaitEnded(PATIENCE).cause()).isEqualTo(SessionEnd.Cause.REMOTE_CANCEL);
        assertThat(call.awaitEnded(PATIENCE).cause()).isEqualTo(SessionEnd.Cause.LOCAL);
    }

    @Test
    void holdStopsTheOtherSidesSpeechAndResumeBringsItBack() throws InterruptedException {
        there.phone("bob").onCall(call -> call.whenUp(up -> up.say(List.of(tone("b.wav", 770)), true)));
        PhoneCall call = here.phone("alice").call("bob").awaitUp(PATIENCE);
        Path recording = directory.resolve("hold.wav");
        call.record(recording);
        Thread.sleep(1000);
        call.hold();
        Thread.sleep(1500);
        call.resume();
        Thread.sleep(1000);
        call.hangUp();
        call.awaitEnded(PATIENCE);

        WavFile heard = WavFile.read(recording);
        assertThat(heard.meter(0).part(300, 800).dominantHertz()).isEqualTo(770);
        assertThat(heard.meter(0).part(1600, 2300).silent()).isTrue();
        assertThat(heard.meter(0).part(2900, 3300).dominantHertz()).isEqualTo(770);
    }

    private Path tone(String name, int hertz) {
        Path file = directory.resolve(name);
        WavFile.write(file, Tone.sine(hertz, -12, 5000));
        return file;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
