package org.rexian.ivr.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.phone.Transcript;

/** What ships passes its own check, and every recording of it is used. */
class ShippedHotlineTest {

    private static final Path FOLDER = Path.of("hotlines/10060");

    @Test
    void checksWithoutAFinding() {
        FlowLibrary.Loaded loaded = FlowLibrary.load(FOLDER);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.library().orElseThrow().numbers()).containsOnlyKeys("10060", "189", "180", "112");
    }

    @Test
    void noRecordingIsLeftOver() throws IOException {
        var used = FlowLibrary.load(FOLDER).library().orElseThrow().prompts();
        try (Stream<Path> files = Files.walk(FOLDER.resolve("prompts"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".wav"))
                            .filter(file -> !file.toString().contains("/say/"))
                            .filter(file -> !used.contains(file)))
                    .isEmpty();
        }
    }

    /** {@code tests/*.txt}: every key of every menu, both languages, in and out of hours. */
    @Test
    void callersHearWhatTheyMust() throws IOException {
        Transcript.Report report =
                Transcript.runAll(FlowLibrary.load(FOLDER).library().orElseThrow(), FOLDER);
        assertThat(report.failures()).isEmpty();
        assertThat(report.calls()).isGreaterThan(60);
    }
}
