package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import org.rexian.acd.RequirementParser.Malformed;
import org.rexian.acd.RequirementPlan.Step;
import org.rexian.acd.RequirementPlan.Trigger;

/**
 * Reads {@link RequirementPlan}s.
 *
 * <pre>
 * plan   = clause { ";" clause }
 * clause = condition [ "never" "relax" ]
 *        | "prefer" one { "," one }
 *        | "after" duration ":" condition
 *        | "when" "ewt" ">" duration ":" condition
 * condition = "any" | what {@link RequirementParser} reads
 * </pre>
 */
final class RequirementPlanParser {

    private final RequirementParser tokens;
    private final List<Requirement> always = new ArrayList<>();
    private final List<Requirement> base = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Requirement> preferences = new ArrayList<>();

    private RequirementPlanParser(RequirementParser tokens) {
        this.tokens = tokens;
    }

    static RequirementPlan.Result parse(String text) {
        if (text.isBlank()) {
            return new RequirementPlan.Compiled(RequirementPlan.ANYONE);
        }
        int longest = RequirementParser.LONGEST_TEXT;
        if (text.length() > longest) {
            return new RequirementPlan.Problem(longest + 1, "too long", "keep it within " + longest + " characters");
        }
        RequirementPlanParser parser = new RequirementPlanParser(new RequirementParser(RequirementToken.split(text)));
        try {
            return new RequirementPlan.Compiled(parser.plan());
        } catch (Malformed malformed) {
            RequirementParser.Problem problem = malformed.problem();
            return new RequirementPlan.Problem(problem.column(), problem.message(), problem.hint());
        }
    }

    private RequirementPlan plan() throws Malformed {
        do {
            if (tokens.peek().kind() == RequirementToken.Kind.END) {
                break; // a semicolon at the end does no harm
            }
            clause();
        } while (tokens.takeIf(";"));
        RequirementToken rest = tokens.peek();
        if (rest.kind() != RequirementToken.Kind.END) {
            throw RequirementParser.unexpected(rest, "\"and\", \"or\", \";\" or the end");
        }
        return new RequirementPlan(
                Requirement.allOf(always), Requirement.allOf(base), List.copyOf(steps), List.copyOf(preferences));
    }

    private void clause() throws Malformed {
        if (tokens.takeIf("prefer")) {
            do {
                preferences.add(tokens.one());
            } while (tokens.takeIf(","));
        } else if (tokens.takeIf("after")) {
            step(Trigger.WAIT);
        } else if (tokens.takeIf("when")) {
            expect("ewt");
            expect(">");
            step(Trigger.EWT);
        } else {
            Requirement condition = condition();
            if (tokens.takeIf("never")) {
                expect("relax");
                always.add(condition);
            } else {
                base.add(condition);
            }
        }
    }

    private void step(Trigger trigger) throws Malformed {
        long millis = duration();
        expect(":");
        steps.add(new Step(trigger, millis, condition()));
    }

    private Requirement condition() throws Malformed {
        return tokens.takeIf("any") ? new Requirement.Anyone() : tokens.any();
    }

    private void expect(String text) throws Malformed {
        RequirementToken token = tokens.take();
        if (!token.is(text)) {
            throw RequirementParser.unexpected(token, "\"" + text + "\"");
        }
    }

    /** {@code 20s}, {@code 500ms}, {@code 2m}, {@code 1h}. */
    private long duration() throws Malformed {
        RequirementToken token = tokens.take();
        String text = token.text();
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        long unit = switch (text.substring(digits)) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 0;
        };
        if (token.kind() != RequirementToken.Kind.WORD || unit == 0 || digits == 0 || digits > 6) {
            throw RequirementParser.unexpected(token, "a duration such as 20s, 2m or 1h");
        }
        return Long.parseLong(text.substring(0, digits)) * unit;
    }
}
