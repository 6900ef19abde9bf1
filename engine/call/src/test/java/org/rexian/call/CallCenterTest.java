package org.rexian.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.OfferEnd;
import org.rexian.call.House.Plan;
import org.rexian.call.TestPhone.Habit;
import org.rexian.sip.RefusedInvite;

/** Real SIP and RTP on loopback through the whole joint: INVITE, flow, queue, offer, talk, record. */
class CallCenterTest extends HouseRig {

    private House house(TestPhone... agents) throws Exception {
        return house(Optional.empty(), agents);
    }

    private House house(Optional<Path> recordings, TestPhone... agents) throws Exception {
        Map<String, TestPhone> phones = new LinkedHashMap<>();
        for (TestPhone agent : agents) {
            phones.put("100" + (phones.size() + 1), agent);
        }
        return house(Plan.plain(), recordings, phones);
    }

    @Test
    void aCallerTalksWithAnAgentAndHangsUp() throws Exception {
        TestPhone agent = phone(Habit.ANSWER);
        House house = house(Optional.of(folder.resolve("recordings")), agent);
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "13800138000", house.address());
        caller.hears("answered");
        agent.hears("rings for 13800138000");
        agent.hears("confirmed");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Connected.class::isInstance));
        caller.press("5");
        agent.hears("digit 5");
        caller.hangUp();
        agent.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("caller-hangup");
        assertThat(record.origin()).isEqualTo("carrier");
        assertThat(record.from()).isEqualTo("13800138000");
        assertThat(record.queue()).isEqualTo("service");
        assertThat(record.agent()).isEqualTo("1001");
        assertThat(record.sipStatus()).isEqualTo(200);
        assertThat(record.startedAt()).isPositive().isLessThanOrEqualTo(record.answeredAt());
        assertThat(record.queuedAt()).isBetween(record.answeredAt(), record.connectedAt());
        assertThat(record.talkEndedAt()).isBetween(record.connectedAt(), record.endedAt());
        assertThat(record.legs()).extracting(CallRecord.LegRecord::role).containsExactly("caller", "agent");
        assertThat(record.steps()).extracting(CallRecord.StepRecord::step).containsExactly("agent");
        assertThat(Path.of(record.recording()))
                .satisfies(
                        file -> await().atMost(10, SECONDS).until(() -> Files.exists(file) && Files.size(file) > 44));
    }

    @Test
    void whenTheAgentHangsUpTheFlowGoesOnWithTheCaller() throws Exception {
        TestPhone agent = phone(Habit.ANSWER);
        House house = house(agent);
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "1", house.address());
        agent.hears("rings for 1");
        agent.hears("confirmed");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Connected.class::isInstance));
        agent.hangUp();
        caller.hears("answered");
        caller.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("agent-hangup");
        assertThat(record.outcome()).isEqualTo("done");
        assertThat(record.steps()).extracting(CallRecord.StepRecord::step).containsExactly("agent", "goodbye");
    }

    @Test
    void aBusyAgentIsPassedOverForTheNext() throws Exception {
        TestPhone busy = phone(Habit.BUSY);
        TestPhone free = phone(Habit.ANSWER);
        House house = house(busy, free);
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "1", house.address());
        busy.hears("rings for 1");
        busy.hears("ended LOCAL 486");
        free.hears("rings for 1");
        free.hears("confirmed");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Connected.class::isInstance));
        caller.hangUp();

        CallRecord record = house.record();
        assertThat(record.agent()).isEqualTo("1002");
        assertThat(record.legs()).extracting(CallRecord.LegRecord::cause).contains("busy", "hung-up-by-us");
    }

    @Test
    void anAgentWhoDoesNotAnswerLosesTheOfferAndTheCallerKeepsTheCall() throws Exception {
        TestPhone deaf = phone(Habit.RING);
        TestPhone free = phone(Habit.ANSWER);
        House house = house(deaf, free);
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "1", house.address());
        deaf.hears("rings for 1");
        deaf.hears("ended REMOTE_CANCEL 487");
        free.hears("rings for 1");
        free.hears("confirmed");
        assertThat(house.events)
                .filteredOn(AcdEvent.OfferCancelled.class::isInstance)
                .extracting(event -> ((AcdEvent.OfferCancelled) event).cause())
                .containsExactly(OfferEnd.RING_NO_ANSWER);
        caller.hangUp();
        assertThat(house.record().agent()).isEqualTo("1002");
    }

    @Test
    void aCallerWhoGivesUpWhileAPhoneRingsStopsTheRinging() throws Exception {
        TestPhone deaf = phone(Habit.RING);
        House house = house(deaf);
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "1", house.address());
        caller.hears("answered");
        deaf.hears("rings for 1");
        caller.hangUp();
        deaf.hears("ended REMOTE_CANCEL 487");

        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("abandoned");
        assertThat(record.connectedAt()).isZero();
        assertThat(record.legs()).hasSize(2);
        assertThat(house.events)
                .filteredOn(AcdEvent.AgentStateChanged.class::isInstance)
                .last()
                .extracting(event -> ((AcdEvent.AgentStateChanged) event).to())
                .isEqualTo(AgentState.READY);
    }

    @Test
    void aKeyWhileWaitingLeavesTheQueue() throws Exception {
        House house = house();
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "1", house.address());
        caller.hears("answered");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.ContactQueued.class::isInstance));
        caller.press("9");
        caller.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("flow-end");
        assertThat(record.outcome()).isEqualTo("done");
        assertThat(record.queuedAt()).isPositive();
    }

    @Test
    void holdByTheAgentIsCountedAndEnds() throws Exception {
        TestPhone agent = phone(Habit.ANSWER);
        House house = house(agent);
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10060", "1", house.address());
        agent.hears("rings for 1");
        agent.hears("confirmed");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Connected.class::isInstance));
        agent.hold(true);
        agent.hears("offer answered");
        awaitState(house, AgentState.HELD);
        agent.hold(false);
        agent.hears("offer answered");
        awaitState(house, AgentState.TALKING);
        caller.press("7");
        agent.hears("digit 7");
        caller.hangUp();
        assertThat(house.record().cause()).isEqualTo("caller-hangup");
    }

    private static void awaitState(House house, AgentState wanted) {
        await().until(() -> house.events.stream()
                        .filter(AcdEvent.AgentStateChanged.class::isInstance)
                        .map(event -> ((AcdEvent.AgentStateChanged) event).to())
                        .reduce((first, second) -> second)
                        .orElse(AgentState.SIGNED_OUT)
                == wanted);
    }

    @Test
    void aNumberThatIsNotOursIsRefusedAndAccountedFor() throws Exception {
        House house = house();
        TestPhone caller = phone(Habit.BUSY);

        caller.call("95598", "1", house.address());
        caller.hears("ended REJECTED 404");

        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("rejected");
        assertThat(record.sipStatus()).isEqualTo(404);
        assertThat(record.to()).isEqualTo("95598");
    }

    @Test
    void whatAFlowCannotComputeIsCountedAndTheCallGoesOn() throws Exception {
        House house = house();
        TestPhone caller = phone(Habit.BUSY);

        caller.call("10061", "nobody", house.address());
        caller.hears("answered");

        CallRecord record = house.record();
        assertThat(record.outcome()).isEqualTo("self-service");
        assertThat(record.steps()).extracting(CallRecord.StepRecord::step).containsExactly("count", "goodbye");
        assertThat(house.center.flowTroubles()).isEqualTo(1);
    }

    @Test
    void anAgentSignsOutByItsPhone() throws Exception {
        TestPhone agent = phone(Habit.ANSWER);
        House house = house(agent);
        awaitState(house, AgentState.READY);

        agent.call("*12", "1001", house.address());
        agent.hears("answered");
        awaitState(house, AgentState.SIGNED_OUT);
        agent.hears("ended REMOTE_BYE");
        assertThat(house.record().cause()).isEqualTo("feature-code");
    }

    @Test
    void drainingEndsCallsWithARecordAndRefusesNewOnes() throws Exception {
        House house = house();
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "1", house.address());
        caller.hears("answered");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.ContactQueued.class::isInstance));

        List<String> idle = new java.util.concurrent.CopyOnWriteArrayList<>();
        house.center.endpoint().loop().execute(() -> house.center.drain(0, () -> idle.add("idle")));
        caller.hears("ended REMOTE_BYE");
        assertThat(house.record().cause()).isEqualTo("shutdown");
        await().until(() -> !idle.isEmpty());

        TestPhone late = phone(Habit.BUSY);
        late.call("10060", "2", house.address());
        late.hears("ended REJECTED 503");
        assertThat(house.record().sipStatus()).isEqualTo(503);
    }

    @Test
    void callsGoOnWhileDrainingAndAreHungUpWhenItIsOver() throws Exception {
        TestPhone agent = phone(Habit.ANSWER);
        House house = house(agent);
        TestPhone talking = phone(Habit.BUSY);
        TestPhone waiting = phone(Habit.BUSY);
        talking.call("10060", "1", house.address());
        agent.hears("rings for 1");
        agent.hears("confirmed");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Connected.class::isInstance));
        waiting.call("10060", "2", house.address());
        waiting.hears("answered");

        List<String> idle = new java.util.concurrent.CopyOnWriteArrayList<>();
        house.center.endpoint().loop().execute(() -> house.center.drain(1_500, () -> idle.add("idle")));
        TestPhone late = phone(Habit.BUSY);
        late.call("10060", "3", house.address());
        late.hears("ended REJECTED 503");
        assertThat(house.record().sipStatus()).isEqualTo(503);
        talking.press("5");
        agent.hears("digit 5");
        assertThat(idle).isEmpty();

        waiting.hears("ended REMOTE_BYE");
        assertThat(List.of(house.record(), house.record()))
                .extracting(CallRecord::from, CallRecord::cause)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("1", "shutdown"),
                        org.assertj.core.groups.Tuple.tuple("2", "shutdown"));
        await().until(() -> idle.size() == 1);
    }

    @Test
    void aDrainIsOverAsSoonAsTheLastCallIs() throws Exception {
        House house = house();
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "1", house.address());
        caller.hears("answered");
        List<String> idle = new java.util.concurrent.CopyOnWriteArrayList<>();
        house.center.endpoint().loop().execute(() -> house.center.drain(3_600_000, () -> idle.add("idle")));
        caller.hangUp();
        assertThat(house.record().cause()).isNotEqualTo("shutdown");
        await().until(() -> idle.size() == 1);
    }

    @Test
    void whatTheSipLayerRefusesHasARecordButAFloodHasNot() throws Exception {
        House house = house();
        java.net.InetAddress here = java.net.InetAddress.getLoopbackAddress();
        RefusedInvite refused =
                new RefusedInvite("id".repeat(500), "eve", "10060", 403, new InetSocketAddress(here, 5060));
        house.center.endpoint().loop().execute(() -> house.center.onRefused(refused));
        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("rejected");
        assertThat(record.sipStatus()).isEqualTo(403);
        assertThat(record.origin()).isEmpty();
        assertThat(record.from()).isEqualTo("eve");
        assertThat(record.sipCallId()).hasSize(255);

        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        house.center.endpoint().loop().execute(() -> {
            for (int i = 0; i < 1_000; i++) {
                house.center.onRefused(refused);
            }
            done.countDown();
        });
        assertThat(done.await(20, SECONDS)).isTrue();
        assertThat(house.center.refusalsUnrecorded()).isPositive();
        int recorded = 0;
        for (; recorded + house.center.refusalsUnrecorded() < 1_000; recorded++) {
            house.record();
        }
        assertThat(recorded).as("at most two seconds' worth").isBetween(1, 2 * RefusalAccounts.MAX_A_SECOND);
    }
}
