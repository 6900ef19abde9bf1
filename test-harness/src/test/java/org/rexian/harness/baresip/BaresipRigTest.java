package org.rexian.harness.baresip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.harness.NeedsTool;
import org.rexian.harness.audio.Tone;
import org.rexian.harness.audio.ToneMeter;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.process.DebianTool;

/** Two baresips and nothing between them: what fails here is the rig. */
@NeedsTool(DebianTool.BARESIP)
class BaresipRigTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void bothHearTheOthersToneAtItsLevelAndNotTheirOwn(@TempDir Path directory) throws InterruptedException {
        Path low = directory.resolve("low.wav");
        Path high = directory.resolve("high.wav");
        WavFile.write(low, Tone.sine(440, -12, 20_000));
        WavFile.write(high, Tone.sine(770, -12, 20_000));

        try (Baresip agent = Baresip.start(BaresipSettings.of("agent", high).answering());
                Baresip caller = Baresip.start(BaresipSettings.of("caller", low))) {
            caller.dial("sip:agent@127.0.0.1:" + agent.sipPort());
            agent.awaitEstablished(1, PATIENCE);
            caller.awaitEstablished(1, PATIENCE);
            Thread.sleep(2000); // A talk lasts as long as it lasts: there is no condition to wait for.
            caller.hangUp();
            agent.awaitClosed(1, PATIENCE);
            caller.awaitClosed(1, PATIENCE);

            ToneMeter atAgent = agent.heard().meter(0).part(500, 1500);
            assertThat(atAgent.level(440)).isBetween(-13.0, -11.0);
            assertThat(atAgent.level(770)).isLessThan(-50);
            assertThat(caller.heard().meter(0).part(500, 1500).dominantHertz()).isEqualTo(770);
        }
    }
}
