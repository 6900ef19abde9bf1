package org.rexian.server.acd;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdCore;
import org.rexian.acd.AcdEvent;
import org.rexian.server.FloorPlan;
import org.rexian.server.MonotonicClock;

class AcdRingTest {

    private final Queue<AcdEvent> events = new ConcurrentLinkedQueue<>();
    private final MonotonicClock clock = new MonotonicClock();
    private final AcdRing ring = new AcdRing(new AcdCore(), 64, clock, List.of(events::add));

    @AfterEach
    void close() {
        ring.close();
    }

    private void openFloor() {
        ring.start();
        ring.send(new AcdCommand.Configure(clock.millis(), FloorPlan.configuration()));
        for (String agent : List.of("ann", "bob")) {
            ring.send(new AcdCommand.Reachable(clock.millis(), agent, true));
            ring.send(new AcdCommand.SignIn(clock.millis(), agent));
            ring.send(new AcdCommand.Ready(clock.millis(), agent));
        }
    }

    private <T extends AcdEvent> List<T> heard(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void aContactIsOfferedAndTheOutcomeOfACommandComesBack() throws Exception {
        openFloor();
        assertThat(ring.send(FloorPlan.enqueue(clock.millis(), 1))).isTrue();
        await().until(() -> !heard(AcdEvent.AgentOffered.class).isEmpty());
        AcdEvent.AgentOffered offer = heard(AcdEvent.AgentOffered.class).getFirst();
        List<AcdEvent> outcome = ring.apply(new AcdCommand.OfferAccepted(clock.millis(), offer.offer()))
                .get(5, SECONDS);
        assertThat(outcome).anyMatch(event -> event instanceof AcdEvent.Connected c && c.contact() == 1);
        assertThat(ring.failures()).isZero();
    }

    @Test
    void aCommandThatLostTheRaceGetsTheTimeOfTheOneBeforeAndIsRejectedInItsSendersOwnWords() throws Exception {
        openFloor();
        AcdCommand late = new AcdCommand.Ready(1, "nobody");
        List<AcdEvent> outcome = ring.apply(late).get(5, SECONDS);
        assertThat(outcome).singleElement().isInstanceOfSatisfying(AcdEvent.CommandRejected.class, rejected -> {
            assertThat(rejected.command()).isSameAs(late);
            assertThat(rejected.at()).isGreaterThan(1);
            assertThat(rejected.reason()).contains("nobody");
        });
        assertThat(ring.apply(new AcdCommand.NotReady(1, "ann", "break")).get(5, SECONDS))
                .anyMatch(event -> event instanceof AcdEvent.AgentStateChanged);
    }

    @Test
    void whileFullNewContactsAreRefusedAndEverythingElseKeepsItsOrder() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        openFloor();
        CompletableFuture<Boolean> _ = ring.ask(core -> {
            held.countDown();
            return awaited(go);
        });
        assertThat(held.await(5, SECONDS)).isTrue();
        int taken = 0;
        while (ring.send(FloorPlan.enqueue(clock.millis(), 100 + taken))) {
            taken++;
        }
        for (int i = 0; i < 200; i++) {
            assertThat(ring.send(new AcdCommand.NotReady(clock.millis(), "ann", "r" + i)))
                    .isTrue();
        }
        assertThat(ring.send(FloorPlan.enqueue(clock.millis(), 9))).isFalse();
        assertThat(ring.refused()).isEqualTo(2);
        assertThat(taken).isLessThanOrEqualTo(64);
        go.countDown();
        ring.apply(new AcdCommand.SignOut(clock.millis(), "bob")).get(5, SECONDS);
        assertThat(ring.ask(core -> core.agent("ann").orElseThrow().reason()).get(5, SECONDS))
                .isEqualTo("r199");
        assertThat(heard(AcdEvent.ContactQueued.class)).hasSizeGreaterThanOrEqualTo(1);
        await().until(() -> ring.waiting() == 0);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void deadlinesFireByThemselves() throws Exception {
        AtomicLong time = new AtomicLong(1_000_000);
        List<AcdEvent> told = new CopyOnWriteArrayList<>();
        try (AcdRing own = new AcdRing(new AcdCore(), 64, time::get, List.of(told::add))) {
            own.start();
            own.send(new AcdCommand.Configure(time.get(), FloorPlan.configuration()));
            own.send(new AcdCommand.Reachable(time.get(), "ann", true));
            own.send(new AcdCommand.SignIn(time.get(), "ann"));
            own.send(new AcdCommand.Ready(time.get(), "ann"));
            own.apply(FloorPlan.enqueue(time.get(), 1)).get(5, SECONDS);
            assertThat(told).anyMatch(AcdEvent.AgentOffered.class::isInstance);
            time.addAndGet(20_001);
            await().until(() -> told.stream().anyMatch(AcdEvent.OfferCancelled.class::isInstance));
        }
    }

    @Test
    void aQuestionThatThrowsHarmsNobodyElse() throws Exception {
        openFloor();
        assertThat(ring.ask(core -> Integer.parseInt("x"))).failsWithin(Duration.ofSeconds(5));
        assertThat(ring.ask(core -> core.agents().size()).get(5, SECONDS)).isEqualTo(2);
        assertThat(ring.failures()).isEqualTo(1);
    }

    @Test
    void manySendersLoseNothing() throws Exception {
        openFloor();
        int senders = 4;
        int each = 5_000;
        List<Thread> threads = new ArrayList<>();
        for (int s = 0; s < senders; s++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < each; i++) {
                    ring.send(new AcdCommand.SetPriority(clock.millis(), -1, 0));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        ring.ask(AcdCore::digest).get(5, SECONDS);
        assertThat(heard(AcdEvent.CommandRejected.class)).hasSize(senders * each);
    }
}
