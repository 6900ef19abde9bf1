package org.rexian.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.Measure;
import org.rexian.server.storage.Database;
import org.rexian.server.storage.StatisticsStore;

/** {@code rexian report} on a database that no engine has open. */
class ReportCommandTest {

    /** 2026-11-22T08:00+08:00. */
    private static final long EIGHT = 1_795_305_600_000L;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder = Path.of("");

    private String file = "";

    @BeforeEach
    void site() throws Exception {
        file = Files.writeString(folder.resolve("rexian.yaml"), "http: {listen: \"127.0.0.1:1\"}\n")
                .toString();
    }

    private void write() throws Exception {
        Figures figures = Figures.of(
                Map.of(
                        Measure.ARRIVED,
                        5L,
                        Measure.ANSWERED,
                        4L,
                        Measure.ANSWERED_IN_TIME,
                        3L,
                        Measure.ABANDONED,
                        1L,
                        Measure.WAIT_ANSWERED_MILLIS,
                        20_000L),
                Map.of());
        try (Database database = Database.open(folder.resolve("data/rexian.db"))) {
            new StatisticsStore(database)
                    .write(
                            1,
                            List.of(
                                    new IntervalRow(EIGHT, By.QUEUE, "service", figures),
                                    new IntervalRow(EIGHT, By.SITE, "", figures)));
        }
    }

    private int run(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "report";
        args[1] = file;
        System.arraycopy(options, 0, args, 2, options.length);
        return RexianCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static final String[] MORNING = {
        "--from", "2026-11-22", "--to", "2026-11-22T12:00", "--zone", "Asia/Shanghai"
    };

    private int morning(String... more) {
        String[] all = new String[MORNING.length + more.length];
        System.arraycopy(MORNING, 0, all, 0, MORNING.length);
        System.arraycopy(more, 0, all, MORNING.length, more.length);
        return run(all);
    }

    @Test
    void figuresArePrintedWhereNoEngineRuns() throws Exception {
        write();
        assertThat(morning("--interval", "half-hour")).isZero();
        assertThat(err.toString()).contains("no engine answers, this is what the database holds");
        assertThat(out.toString().lines().toList().get(1))
                .matches("2026-11-22T08:00 service +5 +4 +1 +60\\.0% +5\\.0 +- +- +-");
        assertThat(morning("--csv")).isZero();
        assertThat(out.toString())
                .contains("2026-11-22T00:00:00+08:00,2026-11-22T12:00:00+08:00,service,5,0,0.6,0.6,0.75,0.6,0.6,");
    }

    @Test
    void theCheckNamesWhatDoesNotAgree() throws Exception {
        write();
        assertThat(morning("--check")).isEqualTo(1);
        assertThat(out.toString())
                .contains("half hour of " + EIGHT + ", arrived: site 5, tiers 0, difference 5")
                .contains("queue service: handled 0, answered + reached 4, difference -4")
                .contains("talks: call records 0, answered contacts 4, difference -4");
    }

    @Test
    void mistakesOfTheCommandLineSaySo() throws Exception {
        assertThat(run("--by", "queue")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no database");
        assertThat(run("--by", "colour")).isEqualTo(2);
        assertThat(err.toString()).contains("--by is one of site, queue, skill, tier, team, agent");
        assertThat(run("--from", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("yesterday is no time: write 2026-11-22");
        assertThat(run("--from", "2026-11-22", "--to", "2026-11-21")).isEqualTo(2);
        assertThat(run("--zone", "Atlantis")).isEqualTo(2);
    }
}
