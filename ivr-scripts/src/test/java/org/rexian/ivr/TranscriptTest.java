package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.ivr.phone.Transcript;

/** Calls through the worked example: keys, silences, queues, sub-flows, languages. */
class TranscriptTest {

    private static final Pattern BLOCK = Pattern.compile("```transcript\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private FlowLibrary library;

    @BeforeEach
    void write() throws IOException {
        TestHotline.workedExample(folder);
        library = TestHotline.library(folder);
    }

    @Test
    void theTestingPageHolds() throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(Path.of("../docs/flows/testing.md")));
        assertThat(matcher.find()).isTrue();
        Transcript.Report report = Transcript.run(library, "testing.md", matcher.group(1));
        assertThat(report.failures()).isEmpty();
        assertThat(report.calls()).isEqualTo(2);
    }

    @Test
    void everyTranscriptOfTheCorpusHolds() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/transcripts.txt"));
        Transcript.Report report = Transcript.run(library, "transcripts.txt", text);
        assertThat(report.failures()).isEmpty();
        assertThat(report.calls()).isGreaterThanOrEqualTo(15);
    }

    @Test
    void aFailureNamesItsLineAndEndsItsCallOnly() {
        Transcript.Report report = Transcript.run(
                library, "t.txt", "call 10060\nhears goodbye\nhears goodbye\ncall 10060\nhears welcome\ncall 1\n");
        assertThat(report.failures())
                .extracting(Transcript.Failure::toString)
                .containsExactly(
                        "t.txt:2: expected to hear goodbye, but heard welcome main-menu press-2-for-repair",
                        "t.txt:6: no such number or language");
    }

    @Test
    void runsAllFilesOfAFolder() throws IOException {
        TestHotline.write(
                folder, java.util.Map.of("tests/a.txt", "call 10060\nhears welcome\n", "tests/b.txt", "call 189\n"));
        assertThat(Transcript.runAll(library, folder)).isEqualTo(new Transcript.Report(2, java.util.List.of()));
    }
}
