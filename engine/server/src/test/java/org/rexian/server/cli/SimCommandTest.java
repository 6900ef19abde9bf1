package org.rexian.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rexian.server.Docs;
import org.rexian.server.Json;
import tools.jackson.databind.JsonNode;

/** {@code rexian sim} as an operator runs it, on the scenarios of the documentation. */
class SimCommandTest {

    private static final String FOUR =
            Docs.page("operating/sim/four-classes.yaml").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder = Path.of("");

    private int run(String... args) {
        return RexianCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-hotline", "four-classes", "erlang", "storm"})
    void theExamplesRun(String name) {
        String file = Docs.page("operating/sim/" + name + ".yaml").toString();
        assertThat(run("sim", file, "--replications", "2")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("2 replications of 1 day", "policy ", "overtakes   0 within queue, class and requirement");
    }

    /** At equal staff the worst class gains 15 points and more; the whole report is docs/reference/simulation.md. */
    @Test
    void theWorstOfFourClassesGains() {
        assertThat(run("sim", FOUR, "--replications", "4", "--json")).isZero();
        JsonNode report = Json.mapper().readTree(out.toString());
        double gain = worst(report.at("/policies/1/figures")) - worst(report.at("/policies/0/figures"));
        assertThat(gain).isGreaterThan(0.15);
        assertThat(report.at("/replications").asInt()).isEqualTo(4);
        assertThat(report.at("/policies/1/difference/0/measures/offered/mean").asDouble())
                .isZero();
    }

    private static double worst(JsonNode figures) {
        double worst = 1;
        for (JsonNode row : figures) {
            if (row.at("/kind").asString().equals("class")) {
                worst = Math.min(worst, row.at("/measures/f1/mean").asDouble());
            }
        }
        return worst;
    }

    @Test
    void theSameSeedTheSameReport() {
        run("sim", FOUR, "--replications", "2", "--json", "--threads", "1");
        String first = out.toString();
        out.getBuffer().setLength(0);
        run("sim", FOUR, "--replications", "2", "--json", "--threads", "3");
        assertThat(out.toString()).isEqualTo(first);
        out.getBuffer().setLength(0);
        run("sim", FOUR, "--replications", "2", "--json", "--seed", "2");
        assertThat(out.toString()).isNotEqualTo(first);
    }

    @Test
    void plotsAreDrawnWithoutADisplay() throws IOException {
        Path plots = folder.resolve("plots");
        assertThat(run("sim", FOUR, "--replications", "1", "--plots", plots.toString()))
                .isZero();
        assertThat(err.toString()).contains("drew 14 plots");
        assertThat(Files.readString(plots.resolve("waits-1-fifo.svg"))).contains("<svg", "class kham");
        assertThat(ImageIO.read(plots.resolve("lines.png").toFile()).getWidth()).isEqualTo(800);
    }

    @Test
    void anotherFilesPoliciesMeetTheSameCallers() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, Files.readString(Path.of(FOUR)).replace("name: four classes", "name: rebuilt"));
        assertThat(run("sim", FOUR, "--replications", "1", "--compare", other.toString()))
                .isZero();
        assertThat(out.toString()).contains("policy rebuilt: fifo", "policy rebuilt: service level");
    }

    @Test
    void tuningPrintsRulesToPasteAndProvesThemOnOtherCallers() {
        assertThat(run("sim", FOUR, "--replications", "2", "--tune", "4", "--all-at-least", "80"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("routing:").contains("policy tuned", "seed 1000004", "worst class");
    }

    @Test
    void problemsAndBadOptions() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "caller: []\n");
        assertThat(run("sim", bad.toString())).isEqualTo(ExitCode.PROBLEMS);
        assertThat(err.toString())
                .contains("bad.yaml:1:1: unknown key 'caller'", "did you mean callers?", "2 problems");
        assertThat(run("sim", folder.resolve("none.yaml").toString())).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run("sim", FOUR, "--days", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--days takes a number from 1 to 366");
    }
}
