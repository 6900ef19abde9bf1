package org.rexian.acd;

import java.util.List;

/** Which skills a requirement asks for. */
public final class RequiredSkills {

    private RequiredSkills() {}

    /**
     * The skills that a contact asks for on entry, its queue's requirement included, in alphabetical order; empty for none. What it
     * merely prefers is left out. A text that can't be read asks for none, since the router takes no such contact.
     */
    public static List<String> of(String queueRequirement, String requirement) {
        return Requirement.allOf(List.of(read(queueRequirement), read(requirement)))
                .skills();
    }

    private static Requirement read(String text) {
        return switch (RequirementPlan.parse(text)) {
            case RequirementPlan.Compiled(RequirementPlan plan) -> plan.at(0);
            case RequirementPlan.Problem problem -> new Requirement.Anyone();
        };
    }
}
