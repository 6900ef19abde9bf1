package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.acd.RequirementPlan;
import org.rexian.ivr.parse.RequirementReader;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/** The flow check lets through exactly the requirements that the router takes: two parsers in modules that don't see each other. */
class RequirementParityTest {

    private static final Path CORPUS = Path.of("../../ivr-scripts/src/test/resources/requirements.txt");
    private static final long SEED = Long.getLong("rexian.seed", 4_711);
    private static final List<String> WORDS = List.of(
            "a", "lang.zh", "and", "or", "not", "in", "(", ")", ">=", "<=", "==", "!=", ">", "<", "=", "0", "3", "10",
            "11", "007", "..", "2..5", "agent", "team", "\"vip\"", "\"", "-", ".", "_", "客", "\u0301", "And", ";", ":",
            ",", "prefer", "after", "when", "ewt", "never", "relax", "any", "20s", "\"20s\"", "2m", "20", "20d");

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(CORPUS).stream().filter(line -> line.startsWith("+ ") || line.startsWith("- "));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theRouterReadsTheCorpusToo(String line) {
        assertThat(router(line.substring(2))).as(line).isEqualTo(line.startsWith("+"));
        assertThat(flowCheck(line.substring(2))).as(line).isEqualTo(line.startsWith("+"));
    }

    @Test
    void bothSayTheSameOfAnyWords() {
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(8); words >= 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            boolean ours = flowCheck(text.toString());
            assertThat(ours).as("seed " + SEED + ": " + text).isEqualTo(router(text.toString()));
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(500);
    }

    private static boolean router(String text) {
        return RequirementPlan.parse(text) instanceof RequirementPlan.Compiled;
    }

    private static boolean flowCheck(String text) {
        return RequirementReader.read(new Text(text, true, new At("t", 1, 1)), new Problems())
                .isPresent();
    }
}
