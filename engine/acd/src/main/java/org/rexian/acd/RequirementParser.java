package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads requirements such as {@code lang.bo-amdo >= 3 and (billing in 2..5 or not team == "night")}.
 *
 * <pre>
 * any     = all { "or" all }
 * all     = one { "and" one }
 * one     = "not" one | "(" any ")" | "agent" ("==" | "!=") text | "team" ("==" | "!=") text | skill
 * skill   = name [ (">=" | "&gt;" | "<=" | "&lt;" | "==" | "!=") level | "in" level ".." level ]
 * </pre>
 *
 * A name alone asks for the skill at any level; an agent without the skill has level 0. Blank text asks for nothing.
 * Bounded: {@value #LONGEST_TEXT} characters and {@value #DEEPEST_NESTING} levels, for texts hold callers' input.
 */
public final class RequirementParser {

    public static final int LONGEST_TEXT = 2000;
    public static final int DEEPEST_NESTING = 32;

    /** What became of a text. */
    public sealed interface Result {}

    /** The text is well formed. */
    public record Compiled(Requirement requirement) implements Result {}

    /** The text is not: {@code column} counts characters from 1, {@code hint} says what to write instead. */
    public record Problem(int column, String message, String hint) implements Result {}

    /** Ends the descent at the first problem. */
    @SuppressWarnings("serial") // never leaves this class
    static final class Malformed extends Exception {
        private final transient Problem problem;

        Malformed(int column, String message, String hint) {
            super(message, null, false, false);
            problem = new Problem(column, message, hint);
        }

        Problem problem() {
            return problem;
        }
    }

    private final List<RequirementToken> tokens;
    private int next;
    private int depth;

    RequirementParser(List<RequirementToken> tokens) {
        this.tokens = tokens;
    }

    public static Result parse(String text) {
        if (text.isBlank()) {
            return new Compiled(new Requirement.Anyone());
        }
        if (text.length() > LONGEST_TEXT) {
            return new Problem(LONGEST_TEXT + 1, "too long", "keep it within " + LONGEST_TEXT + " characters");
        }
        RequirementParser parser = new RequirementParser(RequirementToken.split(text));
        try {
            Requirement whole = parser.any();
            RequirementToken rest = parser.peek();
            if (rest.kind() != RequirementToken.Kind.END) {
                throw unexpected(rest, "\"and\", \"or\" or the end");
            }
            return new Compiled(whole);
        } catch (Malformed malformed) {
            return malformed.problem;
        }
    }

    /** One condition from here on, up to the first token that cannot belong to it. */
    Requirement any() throws Malformed {
        List<Requirement> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (takeIf("or"));
        return parts.size() == 1 ? parts.getFirst() : Requirement.anyOf(parts);
    }

    private Requirement all() throws Malformed {
        List<Requirement> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (takeIf("and"));
        return parts.size() == 1 ? parts.getFirst() : Requirement.allOf(parts);
    }

    Requirement one() throws Malformed {
        RequirementToken first = take();
        if (++depth > DEEPEST_NESTING) {
            throw new Malformed(first.column(), "nested too deep", "take some parentheses away");
        }
        Requirement result = oneFrom(first);
        depth--;
        return result;
    }

    private Requirement oneFrom(RequirementToken first) throws Malformed {
        if (first.is("not")) {
            return Requirement.not(one());
        }
        if (first.is("(")) {
            Requirement inner = any();
            RequirementToken close = take();
            if (!close.is(")")) {
                throw unexpected(close, "\")\" for the \"(\" at column " + first.column());
            }
            return inner;
        }
        if (first.kind() != RequirementToken.Kind.WORD || first.isReserved()) {
            throw unexpected(first, "a skill, \"agent\", \"team\", \"not\" or \"(\"");
        }
        if (first.is("agent") || first.is("team")) {
            return identity(first);
        }
        return skill(first);
    }

    private Requirement identity(RequirementToken subject) throws Malformed {
        RequirementToken operator = take();
        if (!operator.is("==") && !operator.is("!=")) {
            throw unexpected(operator, "\"==\" or \"!=\" after \"" + subject.text() + "\"");
        }
        RequirementToken value = take();
        if (value.kind() != RequirementToken.Kind.TEXT) {
            String hint = value.remedy().orElse(subject.text() + " == \"" + value.text() + "\"");
            throw new Malformed(value.column(), "expected a text in quotes", hint);
        }
        Requirement same =
                subject.is("agent") ? new Requirement.AgentIs(value.text()) : new Requirement.TeamIs(value.text());
        return operator.is("==") ? same : Requirement.not(same);
    }

    private Requirement skill(RequirementToken name) throws Malformed {
        String skill = name.text();
        RequirementToken operator = peek();
        if (takeIf("in")) {
            int from = level();
            RequirementToken dots = take();
            if (!dots.is("..")) {
                throw unexpected(dots, "\"..\" between two levels, as in \"" + skill + " in 2..5\"");
            }
            return within(name, from, level());
        }
        if (operator.kind() != RequirementToken.Kind.OPERATOR) {
            return within(name, 1, Requirement.HIGHEST_LEVEL);
        }
        take();
        return switch (operator.text()) {
            case ">=" -> within(name, level(), Requirement.HIGHEST_LEVEL);
            case ">" -> within(name, level() + 1, Requirement.HIGHEST_LEVEL);
            case "<=" -> within(name, Requirement.NO_LEVEL, level());
            case "<" -> within(name, Requirement.NO_LEVEL, level() - 1);
            case "==" -> exactly(name);
            case "!=" -> Requirement.not(exactly(name));
            default -> throw unexpected(operator, "one of >= > <= < == != after \"" + skill + "\"");
        };
    }

    private Requirement exactly(RequirementToken name) throws Malformed {
        int level = level();
        return within(name, level, level);
    }

    private static Requirement within(RequirementToken name, int from, int to) throws Malformed {
        if (from > to) {
            throw new Malformed(
                    name.column(), "no level satisfies this", "levels go from 1 to 10, 0 is without the skill");
        }
        return new Requirement.SkillWithin(name.text(), from, to);
    }

    int level() throws Malformed {
        RequirementToken token = take();
        if (token.kind() != RequirementToken.Kind.NUMBER) {
            throw unexpected(token, "a level from 1 to 10");
        }
        if (token.text().length() > 2 || Integer.parseInt(token.text()) > Requirement.HIGHEST_LEVEL) {
            throw new Malformed(token.column(), "level " + token.text() + " is out of range", "levels go from 1 to 10");
        }
        return Integer.parseInt(token.text());
    }

    static Malformed unexpected(RequirementToken found, String expected) {
        String what = found.kind() == RequirementToken.Kind.END ? "the end" : "\"" + found.text() + "\"";
        return new Malformed(found.column(), "found " + what, found.remedy().orElse("expected " + expected));
    }

    RequirementToken peek() {
        return tokens.get(next);
    }

    RequirementToken take() {
        RequirementToken token = tokens.get(next);
        if (token.kind() != RequirementToken.Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIf(String text) {
        boolean there = peek().is(text);
        if (there) {
            next++;
        }
        return there;
    }
}
