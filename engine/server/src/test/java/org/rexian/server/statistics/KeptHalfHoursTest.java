package org.rexian.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.FloorPlan;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.journal.Fsync;
import org.rexian.server.journal.Journal;
import org.rexian.server.journal.JournalSettings;
import org.rexian.server.journal.Recovered;
import org.rexian.server.journal.Recovery;

/** Statistics after a restart, from a snapshot and the commands behind it, are those of the whole log. */
class KeptHalfHoursTest {

    @TempDir
    Path folder;

    @Test
    void figuresOfTheOpenHalfHourSurviveARestart() throws Exception {
        JournalSettings settings = new JournalSettings(folder, Fsync.OS, 50, 2);
        AtomicLong time = new AtomicLong(1_800_000_000_000L);
        KeptHalfHours first = new KeptHalfHours(StatisticsRules.standard());
        Recovered nothing = Recovery.recover(folder, List.of(first));
        Journal journal = Journal.open(settings, nothing, time::get);
        try (AcdRing ring = new AcdRing(nothing.core(), 0, 1024, time::get, List.of(), journal)) {
            ring.start();
            ring.send(new AcdCommand.Configure(time.get(), FloorPlan.configuration()));
            ring.send(new AcdCommand.SignIn(time.get(), "ann"));
            ring.send(new AcdCommand.Ready(time.get(), "ann"));
            for (int i = 1; i <= 120; i++) {
                ring.apply(FloorPlan.enqueue(time.addAndGet(100), i)).join();
                if (i % 3 == 0) {
                    ring.apply(new AcdCommand.Abandon(time.addAndGet(100), i)).join();
                }
            }
            await().until(() -> journal.counters().snapshotAt() > 0);
            ring.apply(new AcdCommand.Abandon(time.addAndGet(100), 2)).join();
        }
        journal.close();

        KeptHalfHours second = new KeptHalfHours(StatisticsRules.standard());
        Recovered back = Recovery.recover(folder, List.of(second));
        assertThat(back.snapshotSequence()).isPositive();
        Map<String, Figures> before = first.halfHours().fold().totals(By.QUEUE, time.get());
        Map<String, Figures> after = second.halfHours().fold().totals(By.QUEUE, time.get());
        assertThat(after.keySet()).isEqualTo(before.keySet()).contains("service");
        before.forEach((queue, figures) -> {
            Figures same = after.getOrDefault(queue, Figures.NONE);
            assertThat(same.counts()).isEqualTo(figures.counts()).isNotEmpty();
            assertThat(same.waits()).isEqualTo(figures.waits());
        });
        assertThat(after.getOrDefault("service", Figures.NONE).get(Measure.ARRIVED))
                .isEqualTo(120);
        assertThat(second.halfHours().fold().strays()).isZero();
        assertThat(second.halfHours().fold().snapshot())
                .isEqualTo(first.halfHours().fold().snapshot());
    }
}
