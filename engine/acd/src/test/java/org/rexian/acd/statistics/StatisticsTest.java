package org.rexian.acd.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.ContactKind;
import org.rexian.acd.EndedBy;
import org.rexian.acd.QueueDefinition;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.WaitLimits;

/** Figures that can be reckoned in one's head. */
class StatisticsTest {

    private static final long NINE = 9 * 3_600_000L;

    private final List<IntervalRow> closed = new ArrayList<>();
    private AcdCore core = new AcdCore();
    private Statistics fold = new Statistics(StatisticsRules.standard(), closed::addAll);
    private long offer;

    /** One agent for the queues {@code night} and {@code sales}; who waits in {@code night} for 30 s goes on to {@code sales}. */
    private void open(StatisticsRules rules) {
        core = new AcdCore();
        fold = new Statistics(rules, closed::addAll);
        core.follow(fold);
        offer = 0;
        play(new AcdCommand.Configure(
                NINE,
                new AcdConfiguration(
                        List.of(
                                QueueDefinition.named("sales")
                                        .requirement("sales")
                                        .wrapUpMillis(10_000)
                                        .build(),
                                QueueDefinition.named("night")
                                        .limits(new WaitLimits(0, 0, true, false))
                                        .overflow(new Overflow(Overflow.When.WAIT, 30_000, "sales"))
                                        .build()),
                        List.of(new AgentDefinition("ann", "Ann", "red", Map.of("sales", 5), List.of("sales"))))));
    }

    private void play(AcdCommand command) {
        core.apply(command, event -> {
            if (event instanceof AcdEvent.AgentOffered made) {
                offer = made.offer();
            }
        });
    }

    private void enqueue(long at, long contact, String queue) {
        play(new AcdCommand.Enqueue(at, contact, ContactKind.VOICE, queue, "", "gold", 0, Map.of()));
    }

    private Figures closed(long start, By by, String name) {
        return closed.stream()
                .filter(row ->
                        row.start() == start && row.by() == by && row.name().equals(name))
                .map(IntervalRow::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    @Test
    void aTalkAcrossTheBorderIsCutThereToTheMillisecond() {
        open(StatisticsRules.standard());
        long border = NINE + StatisticsRules.INTERVAL_MILLIS;
        play(new AcdCommand.SignIn(border - 100_000, "ann"));
        play(new AcdCommand.Ready(border - 90_000, "ann"));
        enqueue(border - 60_000, 1, "sales");
        play(new AcdCommand.OfferAccepted(border - 50_000, offer));
        play(new AcdCommand.Hold(border - 20_000, 1, true));
        play(new AcdCommand.Hold(border + 5_000, 1, false));
        play(new AcdCommand.TalkEnded(border + 30_000, 1, EndedBy.CALLER));
        play(new AcdCommand.Tick(border + 40_000));
        play(new AcdCommand.SignOut(border + 60_000, "ann"));
        play(new AcdCommand.Tick(border + StatisticsRules.INTERVAL_MILLIS));

        Figures first = closed(NINE, By.QUEUE, "sales");
        assertThat(first.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Measure.ARRIVED, 1L,
                        Measure.OFFERS, 1L,
                        Measure.RING_MILLIS, 10_000L,
                        Measure.ANSWERED, 1L,
                        Measure.ANSWERED_IN_TIME, 1L,
                        Measure.HANDLED, 1L,
                        Measure.WAIT_ANSWERED_MILLIS, 10_000L,
                        Measure.LONGEST_WAIT_MILLIS, 10_000L,
                        Measure.TALK_MILLIS, 30_000L,
                        Measure.HOLD_MILLIS, 20_000L));
        Figures second = closed(border, By.QUEUE, "sales");
        assertThat(second.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Measure.COMPLETED, 1L,
                        Measure.HOLD_MILLIS, 5_000L,
                        Measure.TALK_MILLIS, 25_000L,
                        Measure.WRAP_UP_MILLIS, 10_000L));
        Figures ann = fold.total(By.AGENT, "ann", border + 60_000);
        assertThat(ann.signedInMillis()).isEqualTo(160_000);
        assertThat(ann.averageHandleMillis()).hasValue(90_000);
        assertThat(ann.occupancy()).hasValue(100_000.0 / 150_000);
        assertThat(fold.total(By.TEAM, "red", border + 60_000).counts()).isEqualTo(ann.counts());
        assertThat(closed(NINE, By.SKILL, "sales").get(Measure.ANSWERED)).isOne();
        assertThat(closed(NINE, By.TIER, "gold").get(Measure.ANSWERED)).isOne();
    }

    @Test
    void theClockOfAnOverflowedCallerStartsWhereTheRulesSay() {
        for (ClockStart start : ClockStart.values()) {
            open(new StatisticsRules(start, 0));
            enqueue(NINE, 1, "night");
            play(new AcdCommand.Tick(NINE + 30_000));
            play(new AcdCommand.SignIn(NINE + 30_000, "ann"));
            play(new AcdCommand.Ready(NINE + 35_000, "ann"));
            play(new AcdCommand.OfferAccepted(NINE + 40_000, offer));
            boolean whole = start == ClockStart.REQUEST;
            Figures sales = fold.total(By.QUEUE, "sales", NINE + 40_000);
            assertThat(sales.averageAnswerMillis()).as("%s", start).hasValue(whole ? 40_000 : 10_000);
            assertThat(sales.serviceLevel().f2()).as("%s", start).hasValue(whole ? 0 : 1);
            assertThat(sales.get(Measure.OVERFLOWED_IN)).isOne();
            assertThat(sales.get(Measure.ARRIVED)).isZero();
            assertThat(fold.total(By.QUEUE, "night", NINE).get(Measure.OVERFLOWED_OUT))
                    .isOne();
            assertThat(fold.total(By.SITE, "", NINE).get(Measure.ARRIVED)).isOne();
        }
    }

    @Test
    void shortAbandonsAreCountedApart() {
        open(new StatisticsRules(ClockStart.QUEUE_ENTRY, 5_000));
        enqueue(NINE, 1, "sales");
        enqueue(NINE, 2, "sales");
        play(new AcdCommand.Abandon(NINE + 4_999, 1));
        play(new AcdCommand.Abandon(NINE + 5_000, 2));
        Figures sales = fold.total(By.QUEUE, "sales", NINE + 5_000);
        assertThat(sales.get(Measure.SHORT_ABANDONED)).isOne();
        assertThat(sales.get(Measure.ABANDONED)).isOne();
        assertThat(sales.serviceLevel().f1()).hasValue(1);
        assertThat(sales.present()).isZero();
    }

    @Test
    void whoeverLooksSeesWhatLastsUpToNow() {
        open(StatisticsRules.standard());
        play(new AcdCommand.SignIn(NINE, "ann"));
        assertThat(fold.total(By.AGENT, "ann", NINE + 7_000).signedInMillis()).isEqualTo(7_000);
        assertThat(fold.open(NINE + 8_000))
                .contains(new IntervalRow(
                        NINE, By.AGENT, "ann", Figures.of(Map.of(Measure.NOT_READY_STATE_MILLIS, 8_000L), Map.of())));
        play(new AcdCommand.SignOut(NINE + 5_000, "ann"));
        assertThat(fold.total(By.AGENT, "ann", NINE + 9_000).signedInMillis()).isEqualTo(5_000);
    }

    @Test
    void percentilesAreNeverTooLowAndAtMostASixteenthTooHigh() {
        for (long millis = 0; millis < 3_600_000; millis = millis * 5 / 4 + 7) {
            long told = WaitBuckets.highestMillis(WaitBuckets.indexOf(millis));
            assertThat(told).as("%d", millis).isGreaterThanOrEqualTo(millis);
            assertThat(told - millis).as("%d", millis).isLessThanOrEqualTo(Math.max(9, millis / 16 + 9));
        }
        assertThat(WaitBuckets.indexOf(Long.MAX_VALUE)).isEqualTo(WaitBuckets.COUNT - 1);
        Figures figures = Figures.of(
                Map.of(Measure.ANSWERED, 100L, Measure.LONGEST_WAIT_MILLIS, 60_000L),
                Map.of(WaitBuckets.indexOf(1_000), 90L, WaitBuckets.indexOf(60_000), 10L));
        assertThat(figures.waitMillis(50).orElse(0)).isBetween(1_000L, 1_063L);
        assertThat(figures.waitMillis(90).orElse(0)).isBetween(1_000L, 1_063L);
        assertThat(figures.waitMillis(99)).hasValue(60_000);
        assertThat(Figures.NONE.waitMillis(50)).isEmpty();
    }

    @Test
    void anEventAllocatesNothingOnceItsNamesAreKnown() {
        RepeatedCalls calls = new RepeatedCalls();
        for (int i = 0; i < 300; i++) {
            assertThat(calls.play()).isZero();
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long strays = 0;
        for (int i = 0; i < 100; i++) {
            strays += calls.play();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(strays).isZero();
        assertThat(calls.answered()).isEqualTo(400L * RepeatedCalls.CALLS);
        assertThat(bytes / (100L * RepeatedCalls.CALLS * RepeatedCalls.EVENTS_A_CALL))
                .as("bytes an event, of %d in all", bytes)
                .isZero();
    }
}
