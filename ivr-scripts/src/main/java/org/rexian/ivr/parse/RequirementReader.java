package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/**
 * Reads a requirement as the router will: {@code any = all {or all}; all = one {and one}; one = not one | ( any ) | agent == "x" |
 * team == "x" | skill [op level | in a..b]}. Here it is only checked; its text goes to the router as it is.
 */
final class RequirementReader {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|>=|<=|==|!=|>|<|\\(|\\)|\\.\\.|[\\p{L}\\p{M}0-9_་]+(?:[.-][\\p{L}\\p{M}0-9_་]+)*|\\S)");
    private static final Set<String> OPERATORS = Set.of(">=", "<=", "==", "!=", ">", "<");
    private static final int MAX_LEVEL = 10;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_LENGTH = 2_000;

    private record Token(String text, int column) {}

    private final Text source;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Step.Skill> skills = new ArrayList<>();
    private int next;
    private int depth;

    RequirementReader(Text source, Problems problems) {
        this.source = source;
        this.problems = problems;
        if (source.value().length() <= MAX_LENGTH) {
            Matcher matcher = TOKEN.matcher(source.value());
            while (matcher.find()) {
                tokens.add(new Token(matcher.group(1), matcher.start(1)));
            }
        }
        tokens.add(new Token("", source.value().length()));
    }

    Optional<Step.Requires> read() {
        return any() && end() ? Optional.of(new Step.Requires(source.value(), skills, source.at())) : Optional.empty();
    }

    private boolean end() {
        return peek().text().isEmpty() || wrong("and, or, or the end");
    }

    private boolean any() {
        do {
            if (!all()) {
                return false;
            }
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

    private boolean one() {
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
                    && takeIf(peek().text().startsWith("\""), "a text in double quotes");
        }
        if (!Character.isLetter(first.text().isEmpty() ? ' ' : first.text().charAt(0))
                || Set.of("and", "or", "in").contains(first.text())) {
            return wrong("a skill");
        }
        next++;
        skills.add(new Step.Skill(first.text(), source.at().plus(source.plain() ? first.column() : 0)));
        return levels();
    }

    private boolean levels() {
        if (take("in")) {
            return level() && (take("..") || wrong("..")) && level();
        }
        if (OPERATORS.contains(peek().text())) {
            next++;
            return level();
        }
        return true;
    }

    private boolean level() {
        String text = peek().text();
        return takeIf(
                text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= MAX_LEVEL, "a level from 1 to " + MAX_LEVEL);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean takeIf(boolean fits, String expected) {
        if (fits) {
            next++;
        }
        return fits || wrong(expected);
    }

    private boolean take(String text) {
        boolean there = peek().text().equals(text);
        if (there) {
            next++;
        }
        return there;
    }

    private boolean wrong(String expected) {
        String found = peek().text().isEmpty() ? "the end" : "`" + peek().text() + "`";
        problems.error(
                source.at().plus(source.plain() ? peek().column() : 0),
                "not a requirement: found " + found + ", expected " + expected,
                "for example lang.zh >= 3 and billing >= 2");
        return false;
    }
}
