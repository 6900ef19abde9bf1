package org.rexian.call;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.acd.QueueDefinition;
import org.rexian.call.House.Plan;
import org.rexian.call.TestPhone.Habit;

/** Codes that an agent dials between talks, as the router hears of them. */
class AgentCodesTest extends HouseRig {

    @Test
    void aSupervisorClosesAndOpensAQueueAndNobodyElseDoes() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        TestPhone supervisor = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann, "1009", supervisor));
        dials(house, ann, "1001", "*2280");
        dials(house, supervisor, "1009", "*2280");
        await().until(() -> opened(house).equals(List.of(false)));
        dials(house, supervisor, "1009", "*2180");
        await().until(() -> opened(house).equals(List.of(false, true)));
    }

    private static List<Boolean> opened(House house) {
        return house.events.stream()
                .filter(AcdEvent.QueueOpenChanged.class::isInstance)
                .map(event -> ((AcdEvent.QueueOpenChanged) event).open())
                .toList();
    }

    @Test
    void anAgentWhoNeedsLongerExtendsTheWrapUp() throws Exception {
        TestPhone ann = phone(Habit.ANSWER);
        House house = house(Plan.plain(), Map.of("1001", ann));
        house.ask(new AcdCommand.Configure(
                house.time(),
                new AcdConfiguration(
                        List.of(QueueDefinition.named("service")
                                .wrapUpMillis(60_000)
                                .build()),
                        List.of(new AgentDefinition("1001", "1001", "a", Map.of(), List.of("service"))))));
        TestPhone caller = phone(Habit.BUSY);
        caller.call("10060", "138", house.address());
        caller.hears("answered");
        ann.hears("rings for 138");
        ann.hears("confirmed");
        await().until(() -> house.events.stream().anyMatch(AcdEvent.Connected.class::isInstance));
        ann.hangUp();
        ann.hears("ended LOCAL");
        await().until(() -> house.events.stream().anyMatch(AgentCodesTest::wrapsUp));
        dials(house, ann, "1001", "*16");
        await().until(() -> house.asked(AcdCommand.ExtendWrapUp.class) == 1);
        house.ask(new AcdCommand.ExtendWrapUp(house.time(), "nobody", 1));
        await().until(() -> house.events.stream()
                        .filter(AcdEvent.CommandRejected.class::isInstance)
                        .count()
                == 1);
    }

    private static boolean wrapsUp(AcdEvent event) {
        return event instanceof AcdEvent.AgentStateChanged changed && changed.to() == AgentState.WRAP_UP;
    }

    private static void dials(House house, TestPhone phone, String agent, String code) throws Exception {
        phone.call(code, agent, house.address());
        phone.hears("answered");
        phone.hears("ended REMOTE_BYE");
    }
}
