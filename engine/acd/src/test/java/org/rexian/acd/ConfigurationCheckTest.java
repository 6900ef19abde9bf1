package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.QueueDefinition.Overflow;
import org.rexian.acd.QueueDefinition.Overflow.When;
import org.rexian.acd.RoutingRules.CustomerClass;
import org.rexian.acd.RoutingRules.Reservation;

class ConfigurationCheckTest {

    private static final AgentDefinition ANN = agent("ann", Map.of("sales", 8, "lang.zh", 9), "sales");

    @Test
    void aGoodConfigurationHasNoProblems() {
        assertThat(problems(List.of(queue("sales", "sales >= 3; prefer lang.zh; after 20s: any")), List.of(ANN)))
                .isEmpty();
    }

    @Test
    void everyProblemIsFoundAtOnceWithItsPath() {
        List<QueueDefinition> queues = List.of(
                queue("sales", ""),
                QueueDefinition.named("faults")
                        .requirement("sales >")
                        .ringMillis(0)
                        .build(),
                queue("sales", ""));
        List<AgentDefinition> agents = List.of(
                agent("ann", Map.of("sales", 11), "nowhere", "sales", "sales"), agent("ann", Map.of(), "faults"));
        assertThat(problems(queues, agents))
                .containsExactly(
                        "ERROR queues[2].name: there is another queue 'sales'",
                        "ERROR agents[1].id: there is another agent 'ann'",
                        "ERROR queues[1].ring: ring time 0 ms",
                        "ERROR queues[1].requirement 8: requirement: found the end",
                        "ERROR agents[0].queues[0]: serves unknown queue 'nowhere' (nowhere of [faults, sales])",
                        "ERROR agents[0].queues[2]: serves queue sales twice",
                        "ERROR agents[0].skills: skill sales has level 11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales >= 9                              | ERROR none of its 1 agents meets "sales >= 9" (ann comes closest and lacks sales >= 9)
            sales >= 9 and lang.zh                  | ERROR none of its 1 agents meets "lang.zh and sales >= 9" (ann comes closest and lacks sales >= 9)
            sales >= 5 and sales < 3                | ERROR nobody can ever meet "sales <= 2 and sales >= 5": it contradicts itself about sales
            agent == "ann" and not agent == "ann"   | ERROR nobody can ever meet "agent == "ann" and not agent == "ann"": it contradicts itself about agent
            sales and not (sales or lang.zh)        | ERROR nobody can ever meet "not (lang.zh or sales) and sales": it contradicts itself about sales
            sales >= 9; after 20s: any              | WARNING none of its 1 agents meets "sales >= 9" before it is relaxed
            sales >= 9 never relax; after 9s: any   | ERROR none of its 1 agents meets "sales >= 9"
            sals >= 2                               | ERROR no agent has the skill 'sals' (sals of [lang.zh, sales])
            not sals                                | ERROR no agent has the skill 'sals'
            prefer lang.zz                          | ERROR no agent has the skill 'lang.zz'
            agent == "bob"                          | ERROR there is no agent 'bob'
            sales; after 20s: team == "nigth"       | ERROR no agent belongs to team 'nigth'
            sales; after 10m: any                   | WARNING the step after 600 s never comes: nobody may wait longer than 300 s
            """)
    void aRequirementMustBeWithinReachOfSomebody(String requirement, String expected) {
        QueueDefinition queue = QueueDefinition.named("sales")
                .requirement(requirement)
                .limits(new QueueDefinition.WaitLimits(0, 300_000, true, false))
                .build();
        List<ConfigurationProblem> found =
                ConfigurationCheck.problemsOf(new AcdConfiguration(List.of(queue), List.of(ANN)));
        assertThat(found).hasSize(1);
        ConfigurationProblem only = found.getFirst();
        String said = only.severity() + " " + only.message() + " (" + only.hint() + ")" + " (" + only.word() + " of "
                + only.known() + ")";
        assertThat(said).startsWith(expected.contains(" (sals of") ? "ERROR" : expected);
        assertThat(said).contains(expected.substring(expected.indexOf(" (") + 1));
        assertThat(only.path()).isEqualTo("queues[0].requirement");
    }

    @Test
    void aSkillThatAnotherQueueAsksForIsNoSlip() {
        List<QueueDefinition> queues = List.of(queue("a", "kham"), queue("b", "kham"));
        assertThat(problems(queues, List.of()))
                .containsExactly(
                        "WARNING queues[0].requirement: no agent serves it",
                        "WARNING queues[1].requirement: no agent serves it");
    }

    @Test
    void circlesOfOverflowsAreToldOnce() {
        List<QueueDefinition> queues = List.of(
                overflowing("a", "b"),
                overflowing("b", "c", "d"),
                overflowing("c", "a"),
                overflowing("d", "d", "nowhere"));
        assertThat(problems(queues, List.of(agent("ann", Map.of(), "a", "b", "c", "d"))))
                .containsExactly(
                        "ERROR queues[3].overflow[1].to: overflows to unknown queue 'nowhere' (nowhere of [a, b, c, d])",
                        "ERROR queues[2].overflow[0].to: overflows in a circle: a → b → c → a",
                        "ERROR queues[3].overflow[0].to: overflows in a circle: d → d");
    }

    @Test
    void aChainWithTwoEndsIsNoCircle() {
        List<QueueDefinition> queues = List.of(overflowing("a", "b", "c"), overflowing("b", "c"), queue("c", ""));
        assertThat(OverflowCircles.in(queues)).isEmpty();
    }

    @Test
    void limitsAndRulesMustFitEachOther() {
        QueueDefinition queue = QueueDefinition.named("sales")
                .limits(new QueueDefinition.WaitLimits(0, 60_000, true, false))
                .sticky(new QueueDefinition.Sticky(86_400_000, 60_000))
                .overflow(new Overflow(When.WAIT, 60_000, "other"))
                .overflow(new Overflow(When.LENGTH, 0, "other"))
                .ratio(Double.NaN)
                .ringAtOnce(0)
                .build();
        assertThat(problems(List.of(queue, queue("other", "")), List.of(agent("ann", Map.of(), "sales", "other"))))
                .containsExactly(
                        "ERROR queues[0].ring-at-once: 0 phones at once",
                        "ERROR queues[0].ratio: ratio NaN",
                        "ERROR queues[0].overflow[1].threshold: no threshold",
                        "ERROR queues[0].sticky.wait: waits 60 s for the last agent, but nobody may wait longer than 60 s",
                        "WARNING queues[0].overflow[0].threshold: never overflows to other: nobody may wait longer than 60 s");
    }

    @Test
    void reservationsMustKeepSomebodyForSomebody() {
        RoutingRules standard = RoutingRules.standard();
        RoutingRules rules = new RoutingRules(
                standard.contactChoice(),
                1000,
                -1,
                List.of(new CustomerClass("gold", 0, 0), new CustomerClass("gold", 2, 0)),
                List.of(
                        new Reservation("sales >=", "", 1),
                        new Reservation("", "", 1),
                        new Reservation("", "glod", 1),
                        new Reservation("sales >= 9", "", 1),
                        new Reservation("sales", "", 1),
                        new Reservation("sales", "gold", 0)),
                1);
        AcdConfiguration configuration = new AcdConfiguration(List.of(queue("sales", "")), List.of(ANN), rules);
        assertThat(problems(configuration))
                .containsExactly(
                        "ERROR routing.classes[1].name: there is another class 'gold'",
                        "ERROR routing.aging: aging is negative: -1",
                        "ERROR routing.classes[0].weight: weight 0.0",
                        "ERROR routing.reservations[0].agents 9: agents: found the end",
                        "ERROR routing.reservations[1]: names neither agents nor a class",
                        "ERROR routing.reservations[5].keep: keeps 0 agents back",
                        "WARNING routing.reservations[1].keep: keeps back 1 of 1 agents: nobody else is ever served by them",
                        "ERROR routing.reservations[2].class: is for unknown class 'glod' (glod of [gold])",
                        "WARNING routing.reservations[2].keep: keeps back 1 of 1 agents: nobody else is ever served by them",
                        "ERROR routing.reservations[3].agents: no agent meets \"sales >= 9\"",
                        "WARNING routing.reservations[4].keep: keeps back 1 of 1 agents: nobody else is ever served by them");
    }

    @Test
    void whoSupervisesATeamThatIsNotThereIsToldSo() {
        AgentDefinition boss = new AgentDefinition(
                "boss", "Boss", "day", Map.of(), List.of("sales"), OptionalLong.empty(), List.of("day", "dya"), 1);
        assertThat(problems(List.of(queue("sales", "")), List.of(boss)))
                .containsExactly("ERROR agents[0].supervises[1]: supervises unknown team 'dya' (dya of [day])");
    }

    @Test
    void theRouterItselfRunsWhatServesNobody() {
        AcdConfiguration configuration = new AcdConfiguration(List.of(queue("sales", "kham")), List.of(ANN));
        assertThat(ConfigurationCheck.faultsOf(configuration)).isEmpty();
        assertThat(ConfigurationCheck.problemsOf(configuration)).isNotEmpty();
    }

    private static List<String> problems(List<QueueDefinition> queues, List<AgentDefinition> agents) {
        return problems(new AcdConfiguration(queues, agents));
    }

    private static List<String> problems(AcdConfiguration configuration) {
        UnaryOperator<String> blank = text -> text.isBlank() ? "" : " " + text.strip();
        return ConfigurationCheck.problemsOf(configuration).stream()
                .map(p -> p.severity() + " " + p.path() + blank.apply(p.column() == 0 ? "" : "" + p.column()) + ": "
                        + p.message()
                        + blank.apply(p.word().isEmpty() ? "" : "(" + p.word() + " of " + p.known() + ")"))
                .toList();
    }

    private static QueueDefinition queue(String name, String requirement) {
        return QueueDefinition.named(name).requirement(requirement).build();
    }

    private static QueueDefinition overflowing(String name, String... to) {
        QueueDefinition.Builder queue = QueueDefinition.named(name);
        for (String each : to) {
            queue.overflow(new Overflow(When.NO_AGENTS, 0, each));
        }
        return queue.build();
    }

    private static AgentDefinition agent(String id, Map<String, Integer> skills, String... queues) {
        return new AgentDefinition(id, id, "", skills, List.of(queues));
    }
}
