package org.rexian.ivr.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/** What a requirement may say. A test of the call module holds the router's own parser to the same corpus. */
class RequirementCorpusTest {

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/requirements.txt")).stream()
                .filter(line -> line.startsWith("+ ") || line.startsWith("- "));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isReadAsTheCorpusSays(String line) {
        Problems problems = new Problems();
        boolean accepted =
                RequirementReader.read(text(line.substring(2)), problems).isPresent();
        assertThat(accepted).as(line).isEqualTo(line.startsWith("+"));
        assertThat(problems.hasErrors()).isEqualTo(!accepted);
    }

    @Test
    void namesItsSkills() {
        Step.Requires read = RequirementReader.read(
                        text("lang.zh >= 3 and (team == \"vip\" or not 客服)"), new Problems())
                .orElseThrow();
        assertThat(read.skills()).extracting(Step.Skill::name).containsExactly("lang.zh", "客服");
        assertThat(read.skills()).extracting(skill -> skill.at().column()).containsExactly(11, 50);
        assertThat(read.alternatives()).isFalse();
    }

    private static Text text(String value) {
        return new Text(value, true, new At("t", 1, 11));
    }
}
