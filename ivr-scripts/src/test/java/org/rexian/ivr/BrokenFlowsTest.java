package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.ivr.say.SayKind;

/** Each file of the corpus is the flow {@code main} of a hotline; the file beside it has the findings, exactly. */
class BrokenFlowsTest {

    private static final Path CORPUS = Path.of("src/test/resources/broken");

    @TempDir
    Path folder;

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRefusedForTheRightReason(String name) throws IOException {
        writeHotline();
        TestHotline.write(folder, Map.of("flows/main.yaml", Files.readString(CORPUS.resolve(name + ".yaml"))));
        FlowLibrary.Loaded loaded = FlowLibrary.load(folder);
        List<String> found =
                loaded.problems().stream().map(FlowProblem::toString).toList();
        Path expected = CORPUS.resolve(name + ".txt");
        if (System.getenv("GEN") != null) Files.writeString(expected, String.join("\n", found) + "\n");
        assertThat(String.join("\n", found) + "\n").isEqualTo(Files.readString(expected));
        assertThat(loaded.library()).isEmpty();
    }

    @Test
    void theHotlineFileIsCheckedToo() throws IOException {
        TestHotline.write(
                folder, Map.of("hotline.yaml", """
                version: 2
                name: x
                languages: [en, 5]
                zone: Mars/Base
                numbers: {"10060": {flow: man, language: fr, attributes: {teir: gold}}, abc: {flow: main}}
                attributes: {tier: normal, id: x}
                """, "flows/main.yaml", "flow: main\nsteps:\n  bye: {end: {}}\n"));
        assertThat(FlowLibrary.load(folder).problems())
                .extracting(FlowProblem::toString)
                .containsExactly(
                        "hotline.yaml:1:10: version 2 is not known (version: 1)",
                        "hotline.yaml:3:17: 5 is no language (for example zh-CN or en)",
                        "hotline.yaml:4:7: Mars/Base is no time zone (for example Asia/Shanghai)",
                        "hotline.yaml:5:27: unknown flow man (did you mean main?)",
                        "hotline.yaml:5:42: unknown language fr (the hotline speaks en)",
                        "hotline.yaml:5:59: unknown attribute teir (did you mean tier?)",
                        "hotline.yaml:5:73: abc is no telephone number (digits, perhaps after +; \"*\" is every other number)",
                        "hotline.yaml:6:28: call.id is there already (another name)");
    }

    @Test
    void aFolderThatIsNotThereIsAFinding() {
        assertThat(FlowLibrary.load(folder.resolve("none")).problems())
                .extracting(FlowProblem::toString)
                .containsExactly("hotline.yaml:0:0: the file can't be read (is it there?)");
    }

    @Test
    void flowsInACircleAreAFinding() throws IOException {
        writeHotline();
        TestHotline.write(
                folder,
                Map.of(
                        "flows/main.yaml",
                                "flow: main\nsteps:\n  a: {flow: {name: verify}, then: bye}\n  bye: {end: {}}\n",
                        "flows/verify.yaml", "flow: verify\nsteps:\n  a: {flow: {name: verify}, then: return}\n"));
        assertThat(FlowLibrary.load(folder).problems())
                .extracting(FlowProblem::message)
                .containsExactly("flows call each other in a circle: verify → verify");
    }

    private void writeHotline() throws IOException {
        TestHotline.write(
                folder, Map.of("calendars.yaml", TestHotline.CALENDARS, "hotline.yaml", """
                version: 1
                name: broken
                languages: [zh-CN, en]
                numbers: {"10060": {flow: main}}
                attributes: {tier: normal}
                queues: [service, repair]
                skills: [lang.zh, billing]
                """, "flows/verify.yaml", """
                flow: verify
                variables: {number: "", good: false}
                arguments: [number]
                results: [good]
                steps:
                  look: {set: {good: number.startsWith('62')}, then: return}
                """));
        TestHotline.record(folder, "hello", "bye", "ask");
        TestHotline.recordValues(folder, SayKind.DIGITS);
        TestHotline.record(folder.resolve("prompts/zh-CN/only-chinese.wav"));
        TestHotline.record(folder.resolve("prompts/en/stereo.wav"));
        TestHotline.record(folder.resolve("prompts/en/no-wav.wav"));
        TestHotline.record(folder.resolve("prompts/zh-CN/no-wav.wav"));
        Files.createDirectories(folder.resolve("prompts/zh-CN"));
        Files.write(folder.resolve("prompts/zh-CN/stereo.wav"), TestHotline.wav(2, 8_000, 16));
        Files.writeString(folder.resolve("prompts/en/no-wav.wav"), "hello");
    }
}
