package org.rexian.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.ContactKind;
import org.rexian.acd.DialResult;
import org.rexian.acd.Dialling;
import org.rexian.call.House.Plan;
import org.rexian.call.TestPhone.Habit;

/** What agents and supervisors do in talks, with real SIP and RTP on loopback; who is joined with whom shows by key presses. */
class TalkTest extends HouseRig {

    /** A caller and an agent who have begun to talk. */
    private TestPhone talking(House house, TestPhone agent) throws Exception {
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "138", house.address());
        caller.hears("answered");
        agent.hears("rings for 138");
        agent.hears("confirmed");
        connected(house, 1);
        return caller;
    }

    private static void connected(House house, int times) {
        await().until(() -> house.events.stream()
                        .filter(AcdEvent.Connected.class::isInstance)
                        .count()
                == times);
    }

    @Test
    void aCallerIsSentToAQueueByItsDialCodeAndHearsNoneOfTheKeys() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone sales = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1003", sales));
        TestPhone caller = talking(house, ann);
        ann.press("5");
        caller.hears("digit 5");

        ann.press("*280#");
        ann.hears("ended REMOTE_BYE");
        sales.hears("rings for 138");
        sales.hears("confirmed");
        connected(house, 2);
        joined(caller, sales);
        joined(sales, caller);
        caller.hangUp();
        sales.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.agent()).isEqualTo("1003");
        assertThat(record.queue()).isEqualTo("sales");
        assertThat(record.story())
                .extracting(CallRecord.Happening::what)
                .containsExactly("connected", "transferred", "connected");
        assertThat(record.legs()).hasSize(3);
    }

    @Test
    void aTransferThatTheRouterRefusesLeavesTheTalkAsItIs() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann));
        TestPhone caller = talking(house, ann);

        assertThat(house.center.control().transfer("1001", "nowhere").get(10, SECONDS))
                .isEqualTo(Outcome.refused("nobody is reached by 'nowhere'"));
        assertThat(house.center.control().transfer("1001", "1001").get(10, SECONDS))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(house.center.control().complete("1001").get(10, SECONDS)).isInstanceOf(Outcome.Refused.class);
        assertThat(house.center.control().hold("1002").get(10, SECONDS))
                .isEqualTo(Outcome.refused("the agent is in no talk"));
        joined(caller, ann);
    }

    @Test
    void anAgentAsksAnotherAndLeavesTheCallerThere() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone sales = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1003", sales));
        TestPhone caller = talking(house, ann);

        ann.press("*31003#");
        sales.hears("rings for 1001");
        sales.hears("confirmed");
        connected(house, 2);
        joined(sales, ann);
        ann.press("*4");
        ann.hears("ended REMOTE_BYE");
        joined(caller, sales);
        joined(sales, caller);
        sales.hangUp();
        caller.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.agent()).isEqualTo("1003");
        assertThat(record.outcome()).isEqualTo("done");
        assertThat(record.story())
                .extracting(CallRecord.Happening::what)
                .containsExactly("connected", "consult", "consult-answered", "taken-over");
        assertThat(record.legs())
                .extracting(CallRecord.LegRecord::role)
                .containsExactly("caller", "agent", "consulted");
    }

    @Test
    void nobodyIsSentToAnAgentWhoIsAway() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone sales = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1003", sales));
        house.ask(new AcdCommand.NotReady(house.time(), "1003", "break"));
        TestPhone caller = talking(house, ann);
        assertThat(house.center.control().transfer("1001", "1003").get(10, SECONDS))
                .isEqualTo(Outcome.refused("agent 1003 is not there"));
        assertThat(house.center.control().consult("1001", "1003").get(10, SECONDS))
                .isEqualTo(Outcome.refused("agent 1003 is not there"));
        joined(caller, ann);
    }

    @Test
    void aCallerWhoWasSentToAnAgentWhoDoesNotComeIsServedByTheQueueAgain() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone sales = phone(Habit.RING);
        House house = house(Plan.plain().waitingForAgent(1_500), Map.of("1001", ann, "1003", sales));
        TestPhone caller = talking(house, ann);
        assertThat(house.center.control().transfer("1001", "1003").get(10, SECONDS))
                .isEqualTo(Outcome.done());
        ann.hears("ended REMOTE_BYE");
        sales.hears("rings for 138");
        ann.hears("rings for 138");
        ann.hears("confirmed");
        joined(caller, ann);
        caller.hangUp();
        assertThat(house.record().story())
                .extracting(CallRecord.Happening::what)
                .containsExactly("connected", "transferred", "agent-not-reached", "connected");
    }

    @Test
    void anAgentComesBackFromAConsult() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone sales = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1003", sales));
        TestPhone caller = talking(house, ann);

        assertThat(house.center.control().consult("1001", "1003").get(10, SECONDS))
                .isEqualTo(Outcome.done());
        sales.hears("rings for 1001");
        sales.hears("confirmed");
        connected(house, 2);
        ann.press("*6");
        sales.hears("ended REMOTE_BYE");
        joined(caller, ann);
        caller.hangUp();
        ann.hears("ended REMOTE_BYE");
        assertThat(house.record().agent()).isEqualTo("1001");
    }

    @Test
    void whoeverHangsUpInAConsultHasTransferred() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone sales = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1003", sales));
        TestPhone caller = talking(house, ann);

        ann.press("*31003#");
        sales.hears("rings for 1001");
        sales.hears("confirmed");
        connected(house, 2);
        ann.hangUp();
        await().until(() -> house.events.stream().anyMatch(AcdEvent.TakenOver.class::isInstance));
        joined(caller, sales);
    }

    @Test
    void aCallerGoesOnWithANumberOutside() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone outside = phone(Habit.ANSWER);
        House house = house(Plan.plain().outside(outside.address()), Map.of("1001", ann));
        TestPhone caller = talking(house, ann);

        ann.press("*213900000001#");
        outside.hears("rings for 138");
        outside.hears("confirmed");
        ann.hears("ended REMOTE_BYE");
        joined(caller, outside);
        outside.hangUp();
        caller.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.cause()).isEqualTo("transfer-ended");
        assertThat(record.legs()).extracting(CallRecord.LegRecord::role).contains("outside");
    }

    @Test
    void aNumberOutsideThatIsBusyGivesTheCallerBack() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone outside = phone(Habit.BUSY);
        House house = house(Plan.plain().outside(outside.address()), Map.of("1001", ann));
        TestPhone caller = talking(house, ann);

        ann.press("*213900000001#");
        outside.hears("rings for 138");
        outside.hears("ended LOCAL 486");
        joined(caller, ann);
        caller.hangUp();
        assertThat(house.record().story())
                .extracting(CallRecord.Happening::what)
                .contains("transfer-begun", "transfer-failed");
    }

    @Test
    void theFirstOfSeveralPhonesTakesTheCallAndTheOthersAreToldSo() throws Exception {
        TestPhone slow = phone(Habit.RING);
        TestPhone fast = phone(Habit.RING);
        House house = house(Plan.plain().ringingAll(), Map.of("1001", slow, "1002", fast));
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "138", house.address());
        slow.hears("rings for 138");
        fast.hears("rings for 138");
        fast.pickUp();
        fast.hears("confirmed");
        slow.hears("ended REMOTE_CANCEL 487 elsewhere");
        connected(house, 1);
        joined(caller, fast);
    }

    @Test
    void anAgentWhoHangsUpDuringTheWhisperLosesTheCallerToTheNext() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone bob = phone(Habit.ANSWER);
        Path name = folder.resolve("hotline/system/en/long.wav");
        Tone.write(name, 900, 5_000);
        House house = house(
                Plan.plain().opening(new OpeningWords(Optional.of(name), 4, Map.of(), true)), Map.of("1001", ann));
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "138", house.address());
        caller.hears("answered");
        ann.hears("rings for 138 answer-after=0");
        ann.hears("confirmed");
        connected(house, 1);
        ann.hangUp();
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Requeued.class::isInstance));
        caller.press("9");
        caller.hears("ended REMOTE_BYE");
        assertThat(house.record().outcome()).as("the exit key works again").isEqualTo("done");
        assertThat(bob).isNotNull();
    }

    @Test
    void aSupervisorTakesATalkOverFromThePhone() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone supervisor = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1009", supervisor));
        TestPhone caller = talking(house, ann);

        supervisor.call("*341001", "1009", house.address());
        supervisor.hears("answered");
        ann.hears("ended REMOTE_BYE");
        joined(caller, supervisor);
        joined(supervisor, caller);
        caller.hangUp();
        supervisor.hears("ended REMOTE_BYE");
        List<CallRecord> records = List.of(house.record(), house.record());
        assertThat(records).extracting(CallRecord::cause).containsExactlyInAnyOrder("feature-code", "caller-hangup");
        assertThat(records).extracting(CallRecord::agent).contains("1009");
    }

    @Test
    void nobodyListensWithoutTheRight() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone bob = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1003", bob));
        TestPhone caller = talking(house, ann);

        bob.call("*311001", "1003", house.address());
        bob.hears("answered");
        bob.hears("ended REMOTE_BYE");
        assertThat(house.center
                        .control()
                        .supervise("1003", "1001", SupervisionMode.LISTEN)
                        .get(10, SECONDS))
                .isInstanceOf(Outcome.Refused.class);
        joined(caller, ann);
    }

    @Test
    void aSupervisorIsRungFromTheDesktopAndLeavesWithoutATrace() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone supervisor = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1009", supervisor));
        TestPhone caller = talking(house, ann);

        assertThat(house.center
                        .control()
                        .supervise("1009", "1001", SupervisionMode.LISTEN)
                        .get(10, SECONDS))
                .isEqualTo(Outcome.done());
        supervisor.hears("rings for 1001");
        supervisor.hears("confirmed");
        supervisor.press("3");
        supervisor.hangUp();
        joined(caller, ann);
        caller.hangUp();
        CallRecord record = house.record();
        assertThat(record.legs()).extracting(CallRecord.LegRecord::role).contains("supervisor");
        assertThat(record.story())
                .extracting(CallRecord.Happening::what)
                .contains("supervisor-listens", "supervisor-leaves");
    }

    @Test
    void aCustomerIsCalledBackWhenAnAgentHasAnswered() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone customer = phone(Habit.ANSWER);
        House house = house(Plan.plain().outside(customer.address()), Map.of("1001", ann));
        assertThat(callback(house)).isEqualTo(Outcome.done());
        ann.hears("rings for 13900000001");
        ann.hears("confirmed");
        customer.hears("rings for anonymous");
        customer.hears("confirmed");
        connected(house, 1);
        joined(customer, ann);
        joined(ann, customer);
        customer.hangUp();
        ann.hears("ended REMOTE_BYE");

        CallRecord record = house.record();
        assertThat(record.origin()).isEqualTo("callback");
        assertThat(record.to()).isEqualTo("13900000001");
        assertThat(record.cause()).isEqualTo("caller-hangup");
        assertThat(record.legs()).extracting(CallRecord.LegRecord::role).containsExactly("agent", "customer");
    }

    @Test
    void aCustomerWhoIsBusyIsReportedAndTheAgentLetGo() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone customer = phone(Habit.BUSY);
        House house = house(Plan.plain().outside(customer.address()), Map.of("1001", ann));
        assertThat(callback(house)).isEqualTo(Outcome.done());
        ann.hears("rings for 13900000001");
        ann.hears("confirmed");
        customer.hears("rings for anonymous");
        ann.hears("ended REMOTE_BYE");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.DialFailed.class::isInstance));
        assertThat(house.events)
                .filteredOn(AcdEvent.DialFailed.class::isInstance)
                .extracting(event -> ((AcdEvent.DialFailed) event).result())
                .containsExactly(DialResult.BUSY);
        assertThat(house.record().cause()).isEqualTo("callback-failed");
    }

    @Test
    void aWaitingCallerHangsUpByAKeyAndIsCalledBack() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone customer = phone(Habit.ANSWER);
        House house = house(Plan.plain().outside(customer.address()), Map.of("1001", ann));
        house.ask(new AcdCommand.NotReady(house.time(), "1001", "break"));
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "13900000001", house.address());
        caller.hears("answered");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.ContactQueued.class::isInstance));
        caller.press("1");
        caller.hears("ended REMOTE_BYE");
        CallRecord asked = house.record();
        assertThat(asked.outcome()).isEqualTo("callback");
        assertThat(asked.story()).extracting(CallRecord.Happening::what).containsExactly("callback-requested");

        house.ask(new AcdCommand.Ready(house.time(), "1001"));
        ann.hears("rings for anonymous");
        ann.hears("confirmed");
        customer.hears("rings for anonymous");
        customer.hears("confirmed");
        connected(house, 1);
        joined(customer, ann);
        customer.hangUp();
        CallRecord called = house.record();
        assertThat(called.to()).isEqualTo("13900000001");
        assertThat(called.attributes()).containsEntry("call", Long.toString(asked.id()));
    }

    @Test
    void anAgentSitsDownAtASharedDeskAndIsRungThere() throws Exception {
        TestPhone desk = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of(House.DESK, desk));
        desk.call("*111007", House.DESK, house.address());
        desk.hears("answered");
        desk.hears("ended REMOTE_BYE");
        TestPhone caller = talking(house, desk);
        joined(caller, desk);
        caller.hangUp();
        desk.hears("ended REMOTE_BYE");
        desk.call("*12", House.DESK, house.address());
        desk.hears("answered");
        desk.hears("ended REMOTE_BYE");
        desk.call("*13", House.DESK, house.address());
        desk.hears("ended REJECTED 403");
    }

    @Test
    void holdByKeysCountsAndEnds() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann));
        TestPhone caller = talking(house, ann);
        ann.press("*1");
        await().until(() -> states(house).contains(AgentState.HELD));
        ann.press("*1");
        await().until(() -> states(house).getLast() == AgentState.TALKING);
        joined(caller, ann);
        assertThat(house.center.control().resume("1001").get(10, SECONDS)).isInstanceOf(Outcome.Refused.class);
    }

    private static List<AgentState> states(House house) {
        return house.events.stream()
                .filter(AcdEvent.AgentStateChanged.class::isInstance)
                .map(event -> ((AcdEvent.AgentStateChanged) event).to())
                .toList();
    }

    @Test
    void anAgentSendsTheCallerToWhatFollowsTheTalk() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann));
        TestPhone caller = talking(house, ann);
        ann.press("*7");
        ann.hears("ended REMOTE_BYE");
        caller.hears("ended REMOTE_BYE");
        CallRecord record = house.record();
        assertThat(record.steps()).extracting(CallRecord.StepRecord::step).containsExactly("agent", "goodbye");
        assertThat(record.attributes()).containsEntry("survey", "sent");
    }

    @Test
    void anAgentAsksANumberOutsideAndLeavesTheCallerThere() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone outside = phone(Habit.ANSWER);
        House house = house(Plan.plain().outside(outside.address()), Map.of("1001", ann));
        TestPhone caller = talking(house, ann);
        ann.press("*313900000001#");
        outside.hears("rings for 138");
        outside.hears("confirmed");
        joined(outside, ann);
        ann.press("*5");
        await().until(() -> house.center
                .control()
                .conference("1001")
                .get(10, SECONDS)
                .equals(Outcome.refused("it is one already")));
        ann.press("*4");
        ann.hears("ended REMOTE_BYE");
        joined(caller, outside);
        caller.hangUp();
        outside.hears("ended REMOTE_BYE");
        assertThat(house.record().story())
                .extracting(CallRecord.Happening::what)
                .containsExactly("connected", "consult", "consult-answered", "conference", "transferred-outside");
    }

    @Test
    void anAnnouncementDoesNotLockTheExitKey() throws Exception {
        House house = house(Plan.plain(), Map.of());
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "138", house.address());
        caller.hears("answered");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.ContactQueued.class::isInstance));
        caller.press("9"); // in the announcement of two seconds with which the wait begins
        caller.hears("ended REMOTE_BYE");
        CallRecord record = house.record();
        assertThat(record.outcome()).isEqualTo("done");
        assertThat(record.endedAt() - record.queuedAt()).isLessThan(1_900);
    }

    private static Outcome callback(House house) throws Exception {
        long now = 1_790_000_000_000L;
        return house.center
                .control()
                .requestCallback(
                        "service",
                        new Dialling("13900000001", now, now + 3_600_000, 1, 0),
                        ContactKind.CALLBACK,
                        0,
                        Map.of())
                .get(10, SECONDS);
    }
}
