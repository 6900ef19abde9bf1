package org.rexian.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.server.Docs;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void home() {
        System.setProperty("rexian.home", Docs.page("..").normalize().toString());
    }

    @AfterAll
    static void noHome() {
        System.clearProperty("rexian.home");
    }

    private int run(String... args) {
        return RexianCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("rexian.yaml"), text).toString();
    }

    @Test
    void aGoodConfigurationIsSummedUp() throws IOException {
        assertThat(run("check", "-c", file("acd: {queues: [{name: service}]}"))).isZero();
        assertThat(out.toString())
                .contains("sip         udp:127.0.0.1:5060, tcp:127.0.0.1:5060, domain rexian")
                .contains("queue     service: 0 agents")
                .contains("(nobody serves it)");
    }

    @Test
    void problemsArePrintedWithExitCode1() throws IOException {
        assertThat(run("check", "-c", file("acd: {queue: []}"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("rexian.yaml:1:7: unknown key 'queue' in acd", "did you mean queues?", "1 problem");
        assertThat(run("serve", "-c", folder.resolve("absent.yaml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no such file");
    }

    @Test
    void aWrongCommandLineIsExitCode2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("serf")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean", "serve");
    }

    @Test
    void aPortInUseIsExitCode3AndSaysWhich() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String http = "http: {listen: \"127.0.0.1:" + taken.getLocalPort() + "\"}\n";
            String sip = "sip: {listen: [\"udp:127.0.0.1:0\"]}\n";
            assertThat(run("serve", "-c", file(http + sip))).isEqualTo(3);
            assertThat(err.toString()).contains("127.0.0.1:" + taken.getLocalPort(), "is taken");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblemOfTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("data"), "a file, not a folder");
        assertThat(run("serve", "-c", file("http: {enabled: off}\ndata: data"))).isEqualTo(1);
        assertThat(err.toString())
                .contains("rexian.yaml:2:1: the folder", "for the database can't be made", "1 problem");
    }

    @Test
    void hotlinesAreCheckedWithTheConfigurationTheyRunIn() throws IOException {
        hotline("one", "\"10060\": {flow: main}", "[service, sales]", "[lang.zh]");
        hotline("two", "\"10060\": {flow: main}", "[service]", "[]");
        hotline("broken", "\"10061\": {flow: nothing}", "[service]", "[]");
        Files.writeString(folder.resolve("recordings"), "a file");
        String yaml = """
                hotlines: [one, two, broken, absent]
                calls:
                  prompts: nowhere
                  record: on
                  recordings: ../recordings
                acd: {queues: [{name: service}]}
                """;
        assertThat(run("check", "-c", file(yaml))).isEqualTo(1);
        assertThat(out.toString())
                .contains(folder.resolve("one/hotline.yaml") + ":7:19: the queue 'sales' is not in")
                .contains(folder.resolve("one/hotline.yaml") + ":8:10: no agent of ")
                .contains(folder.resolve("two/hotline.yaml") + ":6:4: the number 10060 is claimed by")
                .contains(folder.resolve("broken/hotline.yaml") + ":6:")
                .contains(folder.resolve("absent").toString())
                .contains("rexian.yaml:3:3: the folder " + folder.resolve("nowhere"))
                .contains("rexian.yaml:5:3: the folder " + folder.resolve("recordings"));
        assertThat(run("serve", "-c", folder.resolve("rexian.yaml").toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(out.toString());
    }

    @Test
    void aClassThatNoHotlineMentionsIsAWarning() throws IOException {
        hotline("one", "\"10060\": {flow: main}", "[service]", "[]");
        String yaml = """
                hotlines: [one]
                acd:
                  queues: [{name: service}]
                  routing: {classes: [{name: outcome}, {name: gold}]}
                """;
        assertThat(run("check", "-c", file(yaml))).isZero();
        assertThat(out.toString())
                .contains("warning: " + folder.resolve("rexian.yaml") + ":4:47: no hotline mentions the class 'gold'")
                .doesNotContain("'outcome'");
    }

    @Test
    void commandsForARunningEngineSayThatNoneAnswers() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        assertThat(run("reload", folder.resolve("absent.yaml").toString())).isEqualTo(5);
        assertThat(run("why", "1001", "-c", file("http: {listen: \"127.0.0.1:1\"}")))
                .isEqualTo(5);
        assertThat(err.toString()).contains("can't read where the engine listens", "no token");
        Files.writeString(folder.resolve("data/http-token"), "0123456789abcdef");
        assertThat(run("why", "1001", "-c", folder.resolve("rexian.yaml").toString()))
                .isEqualTo(5);
        assertThat(err.toString()).contains("no engine listens at http://127.0.0.1:1");
    }

    private void hotline(String name, String number, String queues, String skills) throws IOException {
        Path at = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(at.resolve("flows"));
        Files.createDirectories(at.resolve("prompts/en"));
        String text = """
                version: 1
                name: %s
                languages: [en]
                zone: UTC
                numbers:
                  %s
                queues: %s
                skills: %s
                """.formatted(name, number, queues, skills);
        Files.writeString(at.resolve("hotline.yaml"), text);
        Files.writeString(at.resolve("flows/main.yaml"), """
                flow: main
                steps:
                  bye:
                    end: {outcome: done}
                """);
    }

    @Test
    void theShippedHotlineIsFineAndABrokenFolderIsNot() {
        Path hotline = Docs.page("../ivr-scripts/hotlines/10060").normalize();
        assertThat(run("flow", "check", hotline.toString())).isZero();
        assertThat(out.toString()).contains("is fine", "10060");
        assertThat(run("flow", "check", folder.toString())).isEqualTo(1);
        assertThat(run("flow")).isEqualTo(2);
        assertThat(run("flow", "try", hotline.toString(), "--at", "soon")).isEqualTo(2);
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertThat(run("--help")).isZero();
        assertThat(run("version")).isZero();
        assertThat(out.toString()).contains("serve", "check", "Exit codes", "Java   25");
    }

    @Test
    void everyCommandAndExitCodeStandsOnTheReferencePage() throws IOException {
        String page = Files.readString(Docs.page("reference/cli.md"));
        new picocli.CommandLine(new RexianCommand())
                .getSubcommands()
                .forEach((name, command) -> assertThat(page).contains("`rexian " + name));
        assertThat(page).contains("| 0 |", "| 1 |", "| 2 |", "| 3 |", "| 4 |");
    }
}
