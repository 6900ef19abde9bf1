package org.rexian.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.acd.AcdConfiguration.AgentChoice;
import org.rexian.acd.RoutingRules.ContactChoice;
import org.rexian.acd.sim.RecordedCall;
import org.rexian.acd.sim.Shift;
import org.rexian.acd.sim.Spread;
import org.rexian.server.Docs;

/** Scenarios as operators write them, rightly and wrongly. */
class SimulationFileTest {

    private static final String FLOOR = """
            acd:
              queues: [{name: service, service-level: 30s}]
            crews:
              - {name: day, count: 3, queues: [service], skills: {zh: 5}}
            """;
    private static final String CALLER =
            "callers: [{name: all, queue: service, per-hour: 60, talk: constant 1m, patience: none}]\n";

    @TempDir
    Path folder = Path.of("");

    private SimulationFile.Outcome parse(String text) {
        return SimulationFile.parse(text, "day.yaml", folder, Map.<String, String>of()::get);
    }

    private SimulationPlan loaded(String text) {
        SimulationFile.Outcome outcome = parse(text);
        assertThat(outcome).isInstanceOf(SimulationFile.Outcome.Loaded.class);
        return ((SimulationFile.Outcome.Loaded) outcome).plan();
    }

    private String refused(String text) {
        SimulationFile.Outcome outcome = parse(text);
        assertThat(outcome).isInstanceOf(SimulationFile.Outcome.Refused.class);
        StringBuilder out = new StringBuilder();
        ((SimulationFile.Outcome.Refused) outcome)
                .problems()
                .forEach(problem -> out.append(problem).append('\n'));
        return out.toString();
    }

    @Test
    void aWholeScenario() {
        SimulationPlan plan = loaded(FLOOR + """
                shifts:
                  - {agents: [day], from: "8:00", until: "16:30", breaks: ["12:00-12:30"]}
                phones: {answer: lognormal 4s 0.5, no-answer: 2.5%, back-after: 1m}
                callers:
                  - {name: gold, queue: service, class: gold, requirement: zh >= 3, per-hour: 10, times: 3,
                     talk: lognormal 3m 0.8, wrap-up: exponential 30s, patience: none, target: 5s}
                  - {name: rest, queue: service, day: [0, 48], talk: exponential 90s, patience: exponential 2m}
                policies:
                  - {name: plain}
                  - {name: other, agent-choice: linear, routing: {contact-choice: fifo}}
                """);
        assertThat(plan.scenario().groups().getFirst().rates().perDay()).isCloseTo(720, within(1e-9));
        assertThat(plan.scenario().groups().getFirst().targetMillis()).isEqualTo(5000);
        assertThat(plan.scenario().groups().getFirst().wrapUp()).contains(new Spread.Exponential(30_000));
        assertThat(plan.scenario().groups().getLast().rates().perDay()).isCloseTo(576, within(1e-9));
        assertThat(plan.scenario().groups().getLast().targetMillis()).isEqualTo(30_000);
        assertThat(plan.scenario().manners().noAnswer()).isEqualTo(0.025);
        assertThat(plan.scenario().shifts()).hasSize(3);
        Shift shift = plan.scenario().shifts().getFirst();
        assertThat(shift.agent()).isEqualTo("day-1");
        assertThat(shift.until()).isEqualTo(59_400_000);
        assertThat(shift.breaks()).hasSize(1);
        assertThat(plan.policies().getLast().configuration().rules().contactChoice())
                .isEqualTo(ContactChoice.FIFO);
        assertThat(plan.policies().getLast().configuration().queues().getFirst().agentChoice())
                .isEqualTo(AgentChoice.LINEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "talk: lognormal 3m|day.yaml:5:84: talk: 'lognormal 3m' is not a distribution|write constant 3m",
                "talk: lognorml 3m 1|day.yaml:5:84: talk: 'lognorml' is no distribution|did you mean lognormal?",
                "talk: exponential 90|day.yaml:5:84: talk: '90' is not a duration|write a number and a unit",
                "talk: file none.txt|can't be read|",
                "tolk: constant 1m|day.yaml:5:78: unknown key 'tolk' in callers|did you mean talk?",
            })
    void whatIsWrongWithATalk(String talk, String what, String hint) {
        String problems =
                refused(FLOOR + "callers: [{name: all, queue: service, class: gold, per-hour: 60, target: 5s, " + talk
                        + ", patience: none}]\n");
        assertThat(problems.replace(folder.toString(), "")).contains(what);
        if (hint != null) {
            assertThat(problems).contains(hint);
        }
    }

    @Test
    void everyProblemAtOnce() {
        String problems = refused(FLOOR + """
                shifts:
                  - {agents: [dya], from: "16:00", until: "8:00", breaks: ["13:00-12:00", noon]}
                  - {from: "25:99", until: "26:00"}
                phones: {no-answer: 130%}
                callers:
                  - {name: all, queue: servise, requirement: "zh >", day: [1, 2, 3, 4, 5, 6, 7], talk: none, patience: none}
                policies:
                  - {name: a, agent-choice: longest}
                  - {name: a}
                warm-up: 24h
                """);
        assertThat(problems)
                .contains(
                        "day.yaml:6:15: agents: no agent, team or crew 'dya'",
                        "did you mean day?",
                        "until: the shift ends before it begins",
                        "'13:00-12:00' ends before it begins",
                        "'noon' is not a span of time",
                        "agents: the shift has nobody",
                        "'25:99' is not a time of the day",
                        "'130%' is not a share",
                        "day.yaml:10:24: queue: there is no queue 'servise'",
                        "requirement, column",
                        "7 numbers do not divide a day",
                        "talk: 'none' would never end",
                        "'longest' is not one of",
                        "there is another policy 'a'",
                        "day.yaml:14:10: warm-up: nothing is left to measure");
    }

    @Test
    void nobodyCallsAndNobodyElse() {
        assertThat(refused(FLOOR)).contains("nobody calls", "add callers or a replay");
        assertThat(refused(CALLER)).contains("there is no queue 'service'");
        assertThat(refused("")).contains("the file is empty");
        assertThat(refused(FLOOR + CALLER + "site: rexian.yaml\n")).contains("site and acd say the same thing");
    }

    @Test
    void recordedCallsBecomeGroupsByWhatTheyAsk() throws IOException {
        Files.writeString(folder.resolve("calls.csv"), """
                time,queue,class,requirement,talk,patience
                2026-11-20T23:59:00,service,gold,zh >= 3,61.5,
                2026-11-21 08:00:00,service,,,,12
                2026-11-21T08:00:01,service,gold,zh >= 3,30,
                """);
        SimulationPlan plan = loaded(FLOOR + "replay: {file: calls.csv}\n");
        assertThat(plan.scenario().days()).isEqualTo(2);
        assertThat(plan.scenario().groups()).hasSize(2);
        assertThat(plan.scenario().replay().get(1))
                .isEqualTo(new RecordedCall(
                        115_200_000, 1, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(12_000)));
        assertThat(plan.scenario().replay().getLast().group()).isZero();
    }

    @Test
    void aBadRecordIsToldWithItsLine() throws IOException {
        Files.writeString(folder.resolve("calls.csv"), """
                time,queue,tolk
                8:61,service,
                08:00:00,nowhere,
                """);
        assertThat(refused(FLOOR + "replay: {file: calls.csv}\n"))
                .contains(
                        "day.yaml:5:16: file: unknown column 'tolk'",
                        "did you mean talk?",
                        "calls.csv:2: '8:61' is not a time",
                        "calls.csv:3: there is no queue 'nowhere'");
    }

    @Test
    void talksFromAFile() throws IOException {
        Files.writeString(folder.resolve("talks.txt"), "# seconds\n60s\n\n2m\n");
        SimulationPlan plan = loaded(FLOOR + CALLER.replace("constant 1m", "file talks.txt"));
        assertThat(plan.scenario().groups().getFirst().talk().mean()).isEqualTo(90_000);
    }

    @Test
    void theSitesOwnConfiguration() throws IOException {
        Files.copy(Docs.page("operating/rexian.yaml"), folder.resolve("rexian.yaml"));
        String scenario = "site: rexian.yaml\n" + CALLER;
        assertThat(loaded(scenario).policies().getFirst().configuration().agents())
                .as("its secrets are not needed")
                .extracting(agent -> agent.id())
                .contains("1001", "ann");
        Files.writeString(folder.resolve("rexian.yaml"), "acd: {queue: []}\n");
        assertThat(refused(scenario))
                .contains("day.yaml:1:7: site: ", "rexian.yaml:1:7: unknown key 'queue' in acd")
                .doesNotContain("there is no queue");
        Files.writeString(folder.resolve("rexian.yaml"), """
                sip: {accounts: [{user: "1001", password: secret-1001}]}
                acd:
                  queues: [{name: service}]
                  agents: [{id: "1001", queues: [service]}]
                """);
        assertThat(loaded(scenario).policies().getFirst().configuration().agents())
                .extracting(agent -> agent.id())
                .containsExactly("1001");
    }

    @Test
    void csvLines() {
        assertThat(CsvLine.cells("a,\"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
    }
}
