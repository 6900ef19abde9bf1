package org.rexian.harness.baresip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.engine.EngineSetup;
import org.rexian.harness.engine.EngineSetup.AgentPhone;
import org.rexian.harness.process.DebianTool;

/** Debian's baresip gets through our digest challenge as configured out of the box (decision 0034). */
@NeedsTool(DebianTool.BARESIP)
class BaresipRegistrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void registersWithItsPasswordAndMayCall(@TempDir Path folder) throws InterruptedException {
        Path speech = folder.resolve("speech.wav");
        WavFile.write(speech, Tone.sine(440, -12, 1_000));
        EngineSetup setup = EngineSetup.in(folder, AgentPhone.registering("1001", "secret"));
        try (Engine engine = Engine.start(setup);
                Baresip phone = Baresip.start(BaresipSettings.of("1001", speech).registeredAt(setup.sip(), "secret"))) {
            phone.dial("sip:7000@127.0.0.1:" + setup.sipPort());
            phone.awaitEstablished(1, PATIENCE);
            phone.hangUp();
            assertThat(engine.awaitCalls(1, PATIENCE)).hasSize(1);
        }
    }
}
