package org.rexian.harness.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.ToneMeter;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.baresip.Baresip;
import org.rexian.harness.baresip.BaresipSettings;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import org.rexian.harness.engine.EngineSetup.AgentPhone;
import org.rexian.harness.engine.TestHotline;
import org.rexian.harness.process.DebianTool;

/** baresip as caller and as agent, through menu and queue: what each hears is measured, and so is the recording. */
@NeedsTool(DebianTool.BARESIP)
class HotlineAudioTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CALLER_HERTZ = 440;
    private static final int AGENT_HERTZ = 770;

    @Test
    void bothHearEachOtherAndTheRecordingHoldsBoth(@TempDir Path folder) throws InterruptedException, IOException {
        try (Engine engine = Engine.start(EngineSetup.in(folder, AgentPhone.registering("1001", "secret-1001")));
                Baresip agent = Baresip.start(BaresipSettings.of("1001", tone(folder, "agent.wav", AGENT_HERTZ))
                        .registeredAt(engine.setup().sip(), "secret-1001")
                        .answering());
                Baresip caller =
                        Baresip.start(BaresipSettings.of("caller", tone(folder, "caller.wav", CALLER_HERTZ)))) {
            EngineSetup setup = engine.setup();
            agent.dial("sip:*11@127.0.0.1:" + setup.sipPort()); // signs in; the engine confirms and hangs up
            agent.awaitClosed(1, PATIENCE);
            assertThat(engine.agentState("1001")).isEqualTo("ready");
            engine.ask("1001", "not-ready"); // so that the caller waits and hears music
            caller.dial("sip:10060@127.0.0.1:" + setup.sipPort());
            caller.awaitEstablished(1, PATIENCE);
            Thread.sleep(1500); // hears the greeting
            caller.press("1");
            Thread.sleep(1500); // hears music: the agent is not ready yet
            engine.ask("1001", "ready");
            agent.awaitEstablished(2, PATIENCE);
            Thread.sleep(2500); // they talk
            caller.hangUp();
            agent.awaitClosed(2, PATIENCE);
            caller.awaitClosed(1, PATIENCE);
            engine.awaitCalls(2, PATIENCE); // the code and the call

            ToneMeter callersEar = caller.heard().meter(0);
            assertThat(callersEar.loudest(TestHotline.GREETING_HERTZ)).isGreaterThan(-16);
            assertThat(callersEar.loudest(TestHotline.MUSIC_HERTZ)).isGreaterThan(-16);
            ToneMeter endOfTalk = callersEar.part(callersEar.millis() - 1500, callersEar.millis() - 300);
            assertThat(endOfTalk.level(AGENT_HERTZ)).isGreaterThan(-14);
            assertThat(endOfTalk.level(TestHotline.MUSIC_HERTZ))
                    .as("no music in the talk")
                    .isLessThan(-40);
            ToneMeter agentsEar = agent.heard().meter(0);
            assertThat(agentsEar.part(500, 1800).level(CALLER_HERTZ)).isGreaterThan(-14);
            assertThat(agentsEar.loudest(AGENT_HERTZ))
                    .as("the agent's own voice")
                    .isLessThan(-40);
            assertBothOn(recording(setup));
        }
    }

    private static void assertBothOn(Path recording) {
        WavFile wav = WavFile.read(recording);
        assertThat(wav.channels().length).isEqualTo(2);
        assertThat(wav.meter(0).millisAbove(CALLER_HERTZ, -16))
                .as("caller on the left")
                .isGreaterThan(1500);
        assertThat(wav.meter(0).loudest(AGENT_HERTZ)).as("agent on the left").isLessThan(-40);
        assertThat(wav.meter(1).millisAbove(AGENT_HERTZ, -16))
                .as("agent on the right")
                .isGreaterThan(1500);
        assertThat(wav.meter(1).loudest(CALLER_HERTZ)).as("caller on the right").isLessThan(-40);
    }

    private static Path recording(EngineSetup setup) throws IOException {
        try (Stream<Path> files = Files.walk(setup.recordings())) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path tone(Path folder, String name, int hertz) {
        Path file = folder.resolve(name);
        WavFile.write(file, Tone.sine(hertz, -12, 30_000));
        return file;
    }
}
