package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the language page is a hotline that works. */
class WorkedExampleTest {

    private static final long MONDAY_TEN = 1_767_578_400_000L; // 2026-01-05T10:00 in Shanghai

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        TestHotline.workedExample(folder);
    }

    @Test
    void checksWithoutAFinding() {
        assertThat(FlowLibrary.load(folder).problems()).isEmpty();
    }

    @Test
    void leadsNumbersToFlows() {
        FlowLibrary library = TestHotline.library(folder);
        assertThat(library.numbers().get("189")).isEqualTo(new NumberProfile("main", "en", Map.of("region", "south")));
        assertThat(library.prompts())
                .contains(folder.resolve("prompts/en/welcome.wav"), folder.resolve("prompts/common/moh.wav"));
    }

    @Test
    void aByteOfARecordingIsAnotherVersion() throws IOException {
        String before = TestHotline.library(folder).version();
        assertThat(TestHotline.library(folder).version()).isEqualTo(before).hasSize(12);
        Files.write(folder.resolve("prompts/en/welcome.wav"), TestHotline.wav(1, 16_000, 16));
        assertThat(TestHotline.library(folder).version()).isNotEqualTo(before);
    }

    @Test
    void runsFromGreetingToQueue() {
        FlowLibrary library = TestHotline.library(folder);
        FlowRun run =
                library.start("main", new CallContext("189", "13800138000", "1", Map.of("tier", "gold")), MONDAY_TEN);
        List<FlowAction> first = run.on(new FlowInput.Started(), MONDAY_TEN);
        assertThat(first.get(0)).isEqualTo(new FlowAction.Entered("main", library.version(), "welcome"));
        assertThat(((FlowAction.Play) first.get(1)).prompts())
                .extracting(FlowAction.Prompt::name)
                .containsExactly("welcome", "gold-club");
        run.on(new FlowInput.PlaybackFinished(1), MONDAY_TEN + 2_000);
        assertThat(run.step()).isEqualTo("main-menu");
        assertThat(run.on(new FlowInput.Digit('8'), MONDAY_TEN + 3_000))
                .contains(new FlowAction.StopPlayback())
                .contains(new FlowAction.Enqueue(
                        "service", "", "gold", 900, new FlowAction.Standing("", 20_000, "", 0), Map.of()));
    }
}
