package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;

/**
 * What a contact asks of an agent, and how it comes to ask for less:
 *
 * <pre>
 * billing >= 2; lang.bo-amdo >= 3 never relax; prefer vip; after 20s: billing; when ewt > 60s: any
 * </pre>
 *
 * @param always holds whatever happens ({@code never relax})
 * @param base holds until the first step
 * @param steps in the order of the text; the last one that has come replaces the base and the steps before it
 * @param preferences make one matching agent better than another and keep nobody out
 */
public record RequirementPlan(Requirement always, Requirement base, List<Step> steps, List<Requirement> preferences) {

    /** Asks for nothing. */
    public static final RequirementPlan ANYONE =
            new RequirementPlan(new Requirement.Anyone(), new Requirement.Anyone(), List.of(), List.of());

    /** What brings a step. */
    public enum Trigger {
        /** {@code after 20s}: this long in the queue. */
        WAIT,
        /** {@code when ewt > 60s}: the expected wait is above it; looked at on entry and every few seconds. */
        EWT
    }

    /** From then on the contact asks for {@code requirement} only. */
    public record Step(Trigger trigger, long millis, Requirement requirement) {}

    /** What became of a text. */
    public sealed interface Result {}

    /** The text is well formed. */
    public record Compiled(RequirementPlan plan) implements Result {}

    /** The text is not: {@code column} counts characters from 1, {@code hint} says what to write instead. */
    public record Problem(int column, String message, String hint) implements Result {}

    /** Reads a text; blank text asks for nothing. */
    public static Result parse(String text) {
        return RequirementPlanParser.parse(text);
    }

    /** What holds after {@code step} steps; 0 for the base. */
    Requirement at(int step) {
        Requirement relaxable = step == 0 ? base : steps.get(step - 1).requirement();
        return Requirement.allOf(List.of(always, relaxable));
    }

    /** Every condition in it, for checks. */
    public List<Requirement> conditions() {
        List<Requirement> all = new ArrayList<>();
        for (int step = 0; step <= steps.size(); step++) {
            all.add(at(step));
        }
        return all;
    }
}
