package org.rexian.server.statistics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.EndedBy;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.ServiceLevel;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.FloorPlan;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.statistics.Report.Interval;
import org.rexian.server.storage.Database;
import org.rexian.server.storage.StatisticsStore;

/** Half hours on their way from the router to the report, over crashes and restarts. */
class HistoryTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** 2026-11-22T08:00+08:00. */
    private static final long EIGHT = 1_795_305_600_000L;

    private static final long HALF = StatisticsRules.INTERVAL_MILLIS;

    private final AtomicLong time = new AtomicLong(EIGHT);
    private final Database database;
    private final StatisticsStore store;

    HistoryTest(@TempDir Path folder) throws IOException {
        database = Database.open(folder.resolve("rexian.db"));
        store = new StatisticsStore(database);
    }

    @BeforeEach
    void zone() {
        assertThat(ReportCsv.time(EIGHT, SHANGHAI)).isEqualTo("2026-11-22T08:00:00+08:00");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** One life of the engine. */
    private final class Life implements AutoCloseable {
        final HalfHours halfHours = HalfHours.begin(StatisticsRules.standard());
        final AcdRing ring = new AcdRing(FloorPlan.core(halfHours), 256, time::get, List.of());
        final StatisticsRecorder recorder;

        Life() {
            ring.start();
            recorder = StatisticsRecorder.start(store, halfHours, ring, time::get);
            ring.send(new AcdCommand.Configure(time.get(), FloorPlan.configuration()));
            ring.send(new AcdCommand.SignIn(time.get(), "ann"));
            ring.send(new AcdCommand.Ready(time.get(), "ann"));
        }

        void call(long contact, long waitMillis, long talkMillis) throws Exception {
            long offer = ring.apply(FloorPlan.enqueue(time.get(), contact)).get(5, SECONDS).stream()
                    .filter(AcdEvent.AgentOffered.class::isInstance)
                    .mapToLong(event -> ((AcdEvent.AgentOffered) event).offer())
                    .findFirst()
                    .orElseThrow();
            ring.send(new AcdCommand.OfferAccepted(time.addAndGet(waitMillis), offer));
            ring.send(new AcdCommand.TalkEnded(time.addAndGet(talkMillis), contact, EndedBy.CALLER));
        }

        @Override
        public void close() {
            recorder.close();
            ring.close();
        }
    }

    private Report report(By by, Interval interval) {
        return Report.of(store, new Report.Query(EIGHT, EIGHT + 16 * HALF, by, interval, SHANGHAI));
    }

    private Figures queue(Interval interval, int row) {
        return report(By.QUEUE, interval).rows().get(row).figures();
    }

    @Test
    void whatLivesCountAddsUpAndWhatIsWrittenAgainDoesNot() throws Exception {
        try (Life first = new Life()) {
            first.call(1, 5_000, 60_000);
            assertThat(first.recorder.flush()).isTrue();
            assertThat(first.recorder.flush()).isTrue();
            assertThat(queue(Interval.HALF_HOUR, 0).get(Measure.ANSWERED)).isOne();
            first.call(2, 1_000, 10_000);
        }
        time.addAndGet(20_000);
        try (Life second = new Life()) {
            second.call(3, 2_000, 20_000);
            time.set(EIGHT + HALF + 60_000);
            second.call(4, 15_000, 10_000);
        }
        assertThat(report(By.QUEUE, Interval.HALF_HOUR).rows())
                .extracting(Report.Row::start)
                .containsExactly(EIGHT, EIGHT + HALF);
        assertThat(queue(Interval.HALF_HOUR, 0).counts())
                .containsEntry(Measure.ARRIVED, 3L)
                .containsEntry(Measure.ANSWERED, 3L)
                .containsEntry(Measure.WAIT_ANSWERED_MILLIS, 8_000L)
                .containsEntry(Measure.LONGEST_WAIT_MILLIS, 5_000L)
                .containsEntry(Measure.TALK_MILLIS, 90_000L);
        Figures day = queue(Interval.DAY, 0);
        assertThat(day.get(Measure.ANSWERED)).isEqualTo(4);
        assertThat(day.get(Measure.LONGEST_WAIT_MILLIS)).isEqualTo(15_000);
        assertThat(day.waitMillis(50).orElse(0)).isBetween(2_000L, 2_130L);
        assertThat(queue(Interval.TOTAL, 0)).isEqualTo(day);
        assertThat(report(By.TEAM, Interval.TOTAL).rows())
                .extracting(Report.Row::name)
                .containsExactly("day");
        Reconciliation.Outcome check = Reconciliation.of(store, EIGHT, EIGHT + 4 * HALF);
        assertThat(check.differences())
                .as("four contacts were answered, and no call record was ever written")
                .containsExactly("talks: call records 0, answered contacts 4, difference -4");
        assertThat(check.compared()).isGreaterThan(200);
    }

    @Test
    void aFigureThatWasTamperedWithIsFound() throws Exception {
        Figures five = Figures.of(Map.of(Measure.ABANDONED, 5L, Measure.ARRIVED, 5L), Map.of());
        Figures four = Figures.of(Map.of(Measure.ABANDONED, 4L, Measure.ARRIVED, 5L), Map.of());
        store.write(
                1,
                List.of(
                        new IntervalRow(EIGHT, By.SITE, "", five),
                        new IntervalRow(EIGHT, By.QUEUE, "service", four),
                        new IntervalRow(EIGHT, By.TIER, "", five)));
        assertThat(Reconciliation.of(store, EIGHT, EIGHT + HALF).differences())
                .containsExactly("half hour of " + EIGHT + ", abandoned: site 5, queues 4, difference 1");
    }

    @Test
    void everyMeasureHasItsColumn() throws SQLException {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            counts.put(measure, 1_000L + counts.size());
        }
        Figures figures = Figures.of(counts, Map.of(3, 7L, 40, 1L));
        store.write(9, List.of(new IntervalRow(EIGHT, By.SKILL, "客服", figures)));
        assertThat(store.read(By.SKILL, EIGHT, EIGHT + 1))
                .containsExactly(new IntervalRow(EIGHT, By.SKILL, "客服", figures));
        assertThat(store.read(By.SKILL, EIGHT + 1, EIGHT + HALF)).isEmpty();
    }

    @Test
    void aNameThatASpreadsheetWouldCarryOutIsText() throws SQLException {
        store.write(
                1,
                List.of(new IntervalRow(
                        EIGHT,
                        By.TIER,
                        "=HYPERLINK(\"http://x\",1)",
                        Figures.of(Map.of(Measure.ARRIVED, 1L), Map.of()))));
        String csv = ReportCsv.of(report(By.TIER, Interval.HALF_HOUR), new Columns(ServiceLevel.Formula.F1));
        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0)).startsWith("start,end,name,offered,present,serviceLevel,serviceLevelF1,");
        assertThat(lines.get(1))
                .startsWith(
                        "2026-11-22T08:00:00+08:00,2026-11-22T08:30:00+08:00,\"'=HYPERLINK(\"\"http://x\"\",1)\",1,1,,");
        for (String dangerous : List.of("=1", "+1", "-1", "@x", "\tx")) {
            assertThat(ReportCsv.cell(dangerous)).startsWith("'");
        }
        assertThat(ReportCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(ReportCsv.cell("gold")).isEqualTo("gold");
    }
}
