package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.parse.RequirementTokens.Token;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/**
 * Reads the conditions of a requirement: {@code any = all {or all}; all = one {and one}; one = not one | ( any ) | agent == "x" |
 * team == "x" | skill [op level | in a..b]}.
 */
final class ConditionReader {

    private static final Set<String> OPERATORS = Set.of(">=", "<=", "==", "!=", ">", "<");
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in");
    private static final int MAX_LEVEL = 10;
    private static final int MAX_DEPTH = 32;

    private final Text source;
    private final Problems problems;
    private final List<Token> tokens;
    private final List<Step.Skill> skills = new ArrayList<>();
    private boolean alternatives;
    private int next;
    private int depth;

    ConditionReader(Text source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.tokens = RequirementTokens.split(source.value());
    }

    /** The skills that were named so far. */
    List<Step.Skill> skills() {
        return skills;
    }

    /** An {@code or} stood outside all parentheses. */
    boolean alternatives() {
        return alternatives;
    }

    boolean any() {
        do {
            if (!all()) {
                return false;
            }
            alternatives |= depth == 0 && peek().text().equals("or");
        } while (take("or"));
        return true;
    }

    private boolean all() {
        do {
            if (!one()) {
                return false;
            }
        } while (take("and"));
        return true;
    }

    boolean one() {
        if (++depth > MAX_DEPTH) {
            return wrong("fewer parentheses");
        }
        boolean good = oneWithin();
        depth--;
        return good;
    }

    private boolean oneWithin() {
        if (take("not")) {
            return one();
        }
        if (take("(")) {
            return any() && (take(")") || wrong(")"));
        }
        Token first = peek();
        if (first.text().equals("agent") || first.text().equals("team")) {
            next++;
            return (take("==") || take("!=") || wrong("== or !="))
                    && takeIf(peek().isText(), "a text in double quotes");
        }
        if (!first.isName() || RESERVED.contains(first.text())) {
            return wrong("a skill");
        }
        next++;
        skills.add(new Step.Skill(first.text(), source.at().plus(source.plain() ? first.column() : 0)));
        return levels(first);
    }

    private boolean levels(Token skill) {
        if (take("in")) {
            int from = next;
            return level() && (take("..") || wrong("..")) && level() && within(skill, number(from), number(from + 2));
        }
        String operator = peek().text();
        if (!OPERATORS.contains(operator)) {
            return true;
        }
        next++;
        int level = next;
        return level()
                && within(
                        skill,
                        operator.equals(">") ? number(level) + 1 : 0,
                        operator.equals("<") ? number(level) - 1 : MAX_LEVEL);
    }

    private boolean level() {
        Token token = peek();
        return takeIf(
                token.isNumber() && token.text().length() <= 2 && number(next) <= MAX_LEVEL,
                "a level from 1 to " + MAX_LEVEL);
    }

    private int number(int token) {
        return Integer.parseInt(tokens.get(token).text());
    }

    private boolean within(Token skill, int from, int to) {
        if (from > to) {
            problems.error(
                    source.at().plus(source.plain() ? skill.column() : 0),
                    "no level of " + skill.text() + " satisfies the requirement",
                    "levels go from 1 to " + MAX_LEVEL + ", 0 is without the skill");
        }
        return from <= to;
    }

    Token peek() {
        return tokens.get(next);
    }

    boolean takeIf(boolean fits, String expected) {
        if (fits) {
            next++;
        }
        return fits || wrong(expected);
    }

    boolean take(String text) {
        boolean there = peek().text().equals(text);
        if (there) {
            next++;
        }
        return there;
    }

    boolean wrong(String expected) {
        String found = peek().isEnd() ? "the end" : "`" + peek().text() + "`";
        problems.error(
                source.at().plus(source.plain() ? peek().column() : 0),
                "not a requirement: found " + found + ", expected " + expected,
                source.value().indexOf(';') < 0
                        ? "for example lang.zh >= 3 and billing >= 2"
                        : "for example lang.zh >= 3 and billing; prefer vip; after 20s: lang.zh");
        return false;
    }
}
