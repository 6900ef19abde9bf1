package org.rexian.server.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.EndedBy;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.FloorPlan;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.statistics.HalfHours;
import org.rexian.server.storage.Records;

class LiveViewTest {

    private final AtomicLong time = new AtomicLong(1_000_000);
    private final LiveCalls calls = new LiveCalls();
    private final HalfHours halfHours = HalfHours.begin(StatisticsRules.standard());
    private final LiveView view = new LiveView(halfHours.fold(), FloorPlan.configuration(), calls, time::get);
    private final AcdRing ring = new AcdRing(FloorPlan.core(halfHours), 256, time::get, List.of(view));
    private final LiveFeed feed = new LiveFeed(ring, view, time::get);

    @BeforeEach
    void open() {
        ring.start();
        ring.send(new AcdCommand.Configure(time.get(), FloorPlan.configuration()));
        ring.send(new AcdCommand.Reachable(time.get(), "ann", true));
        ring.send(new AcdCommand.SignIn(time.get(), "ann"));
        ring.send(new AcdCommand.Ready(time.get(), "ann"));
    }

    @AfterEach
    void close() {
        ring.close();
    }

    private AcdEvent.AgentOffered enqueue(long contact) throws Exception {
        return ring.apply(FloorPlan.enqueue(time.get(), contact)).get(5, SECONDS).stream()
                .filter(AcdEvent.AgentOffered.class::isInstance)
                .map(AcdEvent.AgentOffered.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answeredAndAbandonedAddUpToTheFourServiceLevels() throws Exception {
        AcdEvent.AgentOffered first = enqueue(1);
        time.addAndGet(5_000);
        ring.send(new AcdCommand.OfferAccepted(time.get(), first.offer()));
        ring.send(FloorPlan.enqueue(time.get(), 2));
        ring.send(FloorPlan.enqueue(time.get(), 3));
        time.addAndGet(4_000);
        ring.send(new AcdCommand.Abandon(time.get(), 2));
        time.addAndGet(26_000);
        ring.send(new AcdCommand.Abandon(time.get(), 3));
        ring.send(new AcdCommand.TalkEnded(time.get(), 1, EndedBy.CALLER));
        ring.send(new AcdCommand.NotReady(time.get(), "ann", "break"));
        ring.send(FloorPlan.enqueue(time.get(), 4));
        time.addAndGet(7_000);

        LiveSnapshot now = feed.fresh();
        QueueSnapshot service = now.queue("service").orElseThrow();
        assertThat(service.offered()).isEqualTo(4);
        assertThat(service.answered()).isEqualTo(1);
        assertThat(service.abandoned()).isEqualTo(2);
        assertThat(service.waiting()).isEqualTo(1);
        assertThat(service.longestWaitingMillis()).isEqualTo(7_000);
        assertThat(service.answerMillis()).isEqualTo(5_000);
        assertThat(service.longestWaitMillis()).isEqualTo(30_000);
        assertThat(service.talkMillis()).isEqualTo(30_000);
        assertThat(service.serviceLevel().f1()).hasValue(2.0 / 3);
        assertThat(service.serviceLevel().f2()).hasValue(1.0);
        assertThat(service.serviceLevel().f3()).hasValue(1.0 / 3);
        assertThat(service.serviceLevel().f4()).hasValue(1.0 / 2);
        assertThat(now.agent("ann").orElseThrow().state()).isEqualTo("not-ready");
        assertThat(now.recent()).extracting(LiveSnapshot.Line::text).contains("contact 1 talks with ann after 5.0 s");
    }

    @Test
    void aPictureIsKeptForAMomentUnlessAFreshOneIsWanted() throws Exception {
        LiveSnapshot first = feed.snapshot();
        assertThat(feed.snapshot()).isSameAs(first);
        assertThat(feed.fresh()).isNotSameAs(first);
        time.addAndGet(1_000);
        assertThat(feed.snapshot().at()).isEqualTo(first.at() + 1_000);
    }

    @Test
    void callsInProgressAndOverAreCounted() throws Exception {
        calls.onCallStarted(1_000_001, 1, "carrier", "138\u001b[2J", "10060");
        calls.onCallStarted(1_000_002, 2, "carrier", "139", "10060");
        calls.onCallEnded(Records.call(2));
        LiveSnapshot now = feed.fresh();
        assertThat(now.calls().active()).isEqualTo(1);
        assertThat(now.calls().list()).extracting(CallsSnapshot.ActiveCall::id).containsExactly(1L);
        assertThat(now.calls().answered()).isEqualTo(1);
        assertThat(now.calls().causes()).containsEntry("caller-hangup", 1L);
        assertThat(now.recent())
                .extracting(LiveSnapshot.Line::text)
                .contains("138\\u001b[2J calls 10060", "1380002's call is over after 60.0 s: caller-hangup");
    }

    @Test
    void aCallerWhoWaitsForTheSecondTimeIsCalledByTheSameNumber() throws Exception {
        calls.onCallStarted(1_000_001, 7, "carrier", "13800000007", "10060");
        calls.onCallQueued(7, 7);
        calls.onCallQueued(7, 900); // the first contact is done, the flow queues again
        enqueue(900);
        assertThat(feed.fresh().agent("ann").orElseThrow().caller()).isEqualTo("13800000007");
        calls.onCallEnded(Records.call(7));
        ring.send(new AcdCommand.Abandon(time.get(), 900));
        assertThat(feed.fresh().recent())
                .extracting(LiveSnapshot.Line::text)
                .contains("13800000007 waits in service, position 1", "13800000007 is done with service: abandoned");
        assertThat(feed.fresh().agent("ann").orElseThrow().caller()).isEmpty();
    }

    @Test
    void theLastThingsAreKeptInOrder() {
        Recent<Integer> recent = new Recent<>(4);
        for (int i = 0; i < 10; i++) {
            recent.add(i);
        }
        assertThat(recent.last(3)).containsExactly(7, 8, 9);
        assertThat(recent.last(100)).containsExactly(6, 7, 8, 9);
    }
}
