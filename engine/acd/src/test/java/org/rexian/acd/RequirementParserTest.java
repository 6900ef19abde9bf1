package org.rexian.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementParserTest {

    private record Somebody(String id, String team, Map<String, Integer> skills) implements Requirement.Holder {
        @Override
        public int level(String skill) {
            return skills.getOrDefault(skill, 0);
        }
    }

    private static final Somebody DROLMA =
            new Somebody("1001", "vip", Map.of("lang.bo-amdo", 3, "billing", 5, "客服", 7, "བོད་ཡིག", 4, "4g", 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lang.bo-amdo >= 3 and billing >= 2",
                "lang.bo-amdo>=3 and(billing>=9 or 客服>6)",
                "billing",
                "བོད་ཡིག == 4",
                "4g",
                "billing in 2..5",
                "billing in 5 .. 10",
                "not sales",
                "not not billing",
                "sales < 1",
                "sales <= 3",
                "billing != 4",
                "agent == \"1001\"",
                "agent != \"1002\" and team == \"vip\"",
                "faults or sales or billing",
                "faults and sales or billing",
                "",
                "   "
            })
    void matches(String text) {
        assertThat(compiled(text).matches(DROLMA)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lang.bo-amdo > 3",
                "lang.bo",
                "billing in 6..10",
                "sales",
                "not billing",
                "not (billing and 客服)",
                "faults and (sales or billing)",
                "agent == \"1002\"",
                "team != \"vip\"",
                "billing == 4"
            })
    void doesNotMatch(String text) {
        assertThat(compiled(text).matches(DROLMA)).as(text).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            billing = 3              | 9  | write "=="
            billing => 3             | 9  | write ">="
            billing ≥ 3              | 9  | write ">="
            billing && sales         | 9  | write "and"
            billing, sales           | 8  | write "and" or "or"
            billing AND sales        | 9  | write "and" in small letters
            （billing）               | 1  | use the ASCII parenthesis "("
            agent == 1001            | 10 | agent == "1001"
            agent >= "1001"          | 7  | expected "==" or "!=" after "agent"
            billing >= 11            | 12 | levels go from 1 to 10
            billing >= 99999999999   | 12 | levels go from 1 to 10
            billing >= high          | 12 | expected a level from 1 to 10
            billing > 10             | 1  | levels go from 1 to 10, 0 is without the skill
            billing in 5..2          | 1  | levels go from 1 to 10, 0 is without the skill
            billing in 5             | 13 | expected ".." between two levels, as in "billing in 2..5"
            (billing or sales        | 18 | expected ")" for the "(" at column 1
            billing)                 | 8  | expected "and", "or" or the end
            billing and              | 12 | expected a skill, "agent", "team", "not" or "("
            and billing              | 1  | expected a skill, "agent", "team", "not" or "("
            billing sales            | 9  | expected "and", "or" or the end
            客服 >= 3 & billing       | 9  | write "and"
            """)
    void tellsWhereAndWhatToWrite(String text, int column, String hint) {
        RequirementParser.Problem problem = problem(text);
        assertThat(problem.column()).as(problem.toString()).isEqualTo(column);
        assertThat(problem.hint()).isEqualTo(hint);
    }

    @Test
    void aTextIsClosed() {
        assertThat(problem("agent == \"1001"))
                .isEqualTo(new RequirementParser.Problem(10, "expected a text in quotes", "close the text with \""));
    }

    @Test
    void hostileTextsAreBounded() {
        assertThat(problem("(".repeat(1000)).message()).isEqualTo("nested too deep");
        assertThat(problem("not ".repeat(400) + "billing").message()).isEqualTo("nested too deep");
        assertThat(problem("a".repeat(2001)).message()).isEqualTo("too long");
        assertThat(problem("\0 ; drop table").column()).isEqualTo(1);
        assertThat(problem("\uD800").column()).isEqualTo(1);
    }

    @Test
    void wideTextsAreNotDeep() {
        assertThat(compiled("(billing) and ".repeat(100) + "billing").toString())
                .isEqualTo("billing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            b and a                     | a and b
            b and (a and b)             | a and b
            (c or b) and a              | a and (b or c)
            not (b or a)                | not (a or b)
            a >= 1                      | a
            a > 3 or a > 3              | a >= 4
            a in 3..3                   | a == 3
            a in 3..10                  | a >= 3
            a < 4                       | a <= 3
            a != 4                      | not a == 4
            team == "x" and agent == "y"| agent == "y" and team == "x"
            """)
    void equalDemandsReadEqualAndReadBack(String text, String canonical) {
        Requirement requirement = compiled(text);
        assertThat(requirement).hasToString(canonical);
        assertThat(compiled(canonical)).isEqualTo(requirement);
    }

    @Test
    void theSkillsThatCountLeaveOutWhatIsRefused() {
        assertThat(compiled("b >= 2 and (a or not c) and agent == \"1\"").skills())
                .containsExactly("a", "b");
    }

    private static Requirement compiled(String text) {
        return switch (RequirementParser.parse(text)) {
            case RequirementParser.Compiled(Requirement requirement) -> requirement;
            case RequirementParser.Problem problem -> fail(text + ": " + problem);
        };
    }

    private static RequirementParser.Problem problem(String text) {
        return switch (RequirementParser.parse(text)) {
            case RequirementParser.Compiled compiled -> fail("was accepted: " + compiled);
            case RequirementParser.Problem problem -> problem;
        };
    }
}
