package org.rexian.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.ivr.phone.Transcript;

/** One queue step for several queues, the number for all others, and what is told of expressions that fail. */
class QueueChoiceTest {

    private static final String HOTLINE = """
            version: 1
            name: choices
            languages: [zh-CN, en]
            attributes: {desk: "", wish: ""}
            numbers: {"1": {flow: main}, "*": {flow: main, language: en, attributes: {desk: other}}}
            queues: [service, billing, repair]
            skills: [lang.zh, lang.en, billing, senior]
            """;

    private static final String FLOW = """
            flow: main
            variables: {level: 0, pin: ""}
            steps:
              level: {set: {level: int(call.wish)}, then: desk}
              desk:
                queue:
                  name:
                    - {name: billing, requires: [billing, {requires: "senior >= 3 or lang.en", when: level > 5}], when: call.desk == 'billing'}
                    - {name: repair, when: call.desk == 'repair', priority: 100 / level}
                    - service
                  requires:
                    - {requires: lang.en, when: call.language == 'en'}
                    - {requires: lang.zh, when: call.language != 'en'}
                  priority: level
                  otherwise: ask
              ask:
                collect: {into: pin, digits: 4, secret: true, no-input: {then: bye}, no-match: {then: bye}}
                then: look
              look: {branch: [{when: 100 / int(pin) > 1, then: bye}, {else: desk}]}
              bye: {end: {}}
            """;

    @TempDir
    Path folder;

    private FlowLibrary library;

    @BeforeEach
    void write() throws IOException {
        TestHotline.write(folder, Map.of("hotline.yaml", HOTLINE, "flows/main.yaml", FLOW));
        library = TestHotline.library(folder);
    }

    @Test
    void theFirstQueueWhoseConditionHoldsIsEntered() {
        holds("""
                call 1 with desk=billing with wish=6
                enters billing requires lang.zh and billing and (senior >= 3 or lang.en) priority 6
                call 1 with desk=billing with wish=5 language en
                enters billing requires lang.en and billing priority 5
                call 1 with desk=repair with wish=4
                enters repair requires lang.zh priority 25
                call 1 with wish=4
                enters service requires lang.zh priority 4
                """);
    }

    @Test
    void theCallerBringsAlongWhomItAsksForWhoItIsAndItsAge() throws IOException {
        String standing =
                "agent: call.wish\n      agent-wait: 5s\n      customer: \"'C' + call.desk\"\n      age-credit: 60\n      ";
        TestHotline.write(
                folder, Map.of("flows/main.yaml", FLOW.replace("priority: level\n", standing + "priority: 1\n")));
        FlowRun run = TestHotline.library(folder)
                .start("main", new CallContext("189", "138", "1", Map.of("wish", "1001", "desk", "x")), 0);
        assertThat(run.on(new FlowInput.Started(), 0))
                .filteredOn(FlowAction.Enqueue.class::isInstance)
                .map(action -> ((FlowAction.Enqueue) action).standing())
                .containsExactly(new FlowAction.Standing("1001", 5_000, "Cx", 60_000));
    }

    @Test
    void partsWithStepsAreClausesOfOneRequirement() throws IOException {
        TestHotline.write(
                folder,
                Map.of("flows/main.yaml", FLOW.replace("senior >= 3 or lang.en", "prefer senior; after 20s: any")));
        library = TestHotline.library(folder);
        holds("""
                call 1 with desk=billing with wish=6
                enters billing requires lang.zh; billing; prefer senior; after 20s: any priority 6
                """);
    }

    @Test
    void aNumberThatIsNotListedLeadsWhereTheStarLeads() {
        holds("""
                call 7 with wish=1
                enters service requires lang.en priority 1
                language en
                call +8612345 with wish=1 language zh-CN
                enters service requires lang.zh
                """);
        assertThat(library.numbers()).containsOnlyKeys("1", "*");
        assertThat(library.profile("7").map(NumberProfile::attributes)).contains(Map.of("desk", "other"));
    }

    @Test
    void withoutAStarThereAreNoOtherNumbers() throws IOException {
        TestHotline.write(folder, Map.of("hotline.yaml", HOTLINE.replace("\"*\"", "\"2\"")));
        assertThat(TestHotline.library(folder).profile("7")).isEqualTo(Optional.empty());
    }

    @Test
    void whatCannotBeComputedIsTold() {
        holds("""
                call 1 with desk=repair with wish=many
                trouble `int(call.wish)`
                trouble `100 / level`
                enters repair requires lang.zh
                """);
    }

    @Test
    void aTroubleIsToldOnceACallAndWithoutSecrets() {
        FlowRun run = library.start("main", new CallContext("1", "", "1", Map.of("wish", "1")), 0);
        run.on(new FlowInput.Started(), 0);
        assertThat(troublesOfPin(run))
                .containsExactly(
                        new FlowAction.Trouble("main", library.version(), "look", "`100 / int(pin) > 1` failed"));
        assertThat(run.step()).isEqualTo("desk");
        assertThat(troublesOfPin(run)).isEmpty();
    }

    private static List<FlowAction> troublesOfPin(FlowRun run) {
        run.on(new FlowInput.QueueLeft(FlowInput.QueueLeft.Exit.FULL), 0);
        "000".chars().forEach(digit -> run.on(new FlowInput.Digit((char) digit), 0));
        return run.on(new FlowInput.Digit('0'), 0).stream()
                .filter(FlowAction.Trouble.class::isInstance)
                .toList();
    }

    private void holds(String transcript) {
        assertThat(Transcript.run(library, "t.txt", transcript).failures()).isEmpty();
    }
}
