package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.AcdConfiguration.AgentDefinition;
import org.rexian.acd.AcdConfiguration.RingNoAnswer;

class ConfigurationCheckTest {

    @Test
    void aGoodConfigurationHasNoProblems() {
        assertThat(problems(List.of(queue("sales", "sales >= 3", 15000)), List.of(agent("ann", 3, "sales"))))
                .isEmpty();
    }

    @Test
    void everyProblemIsFoundAtOnce() {
        List<QueueDefinition> queues =
                List.of(queue("sales", "", 15000), queue("faults", "sales >", 0), queue("sales", "", 15000));
        List<AgentDefinition> agents =
                List.of(agent("ann", 11, "nowhere", "sales", "sales"), agent("ann", 1, "faults"));
        assertThat(problems(queues, agents))
                .containsExactly(
                        "ERROR queue faults: ring time 0 ms",
                        "ERROR queue faults: requirement, column 8: found the end",
                        "ERROR queue sales: defined twice",
                        "ERROR agent ann: serves unknown queue nowhere",
                        "ERROR agent ann: serves queue sales twice",
                        "ERROR agent ann: skill sales has level 11",
                        "ERROR agent ann: defined twice");
    }

    @Test
    void whatNobodyCanMeetIsAWarning() {
        List<QueueDefinition> queues = List.of(
                queue("vip", "sales >= 9", 15000),
                queue("odd", "sales >= 5 and sales < 3", 15000),
                queue("empty", "", 1));
        assertThat(problems(queues, List.of(agent("ann", 8, "vip", "odd"))))
                .containsExactly(
                        "WARNING queue vip: none of its 1 agents meets \"sales >= 9\"",
                        "WARNING queue odd: none of its 1 agents meets \"sales <= 2 and sales >= 5\"",
                        "WARNING queue empty: no agent serves it");
    }

    private static List<String> problems(List<QueueDefinition> queues, List<AgentDefinition> agents) {
        return ConfigurationCheck.problemsOf(new AcdConfiguration(queues, agents)).stream()
                .map(problem -> problem.severity() + " " + problem.where() + ": " + problem.message())
                .toList();
    }

    private static QueueDefinition queue(String name, String requirement, long ringMillis) {
        return QueueDefinition.named(name).requirement(requirement).ringMillis(ringMillis).build();
    }

    private static AgentDefinition agent(String id, int sales, String... queues) {
        return new AgentDefinition(id, id, "", Map.of("sales", sales), List.of(queues));
    }
}
