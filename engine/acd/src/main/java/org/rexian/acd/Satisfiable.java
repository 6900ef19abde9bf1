package org.rexian.acd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether anybody at all could meet a requirement, whoever works here: {@code billing >= 5 and billing <= 3} contradicts itself.
 * Tries the branches of each "or"; past {@value #MOST_STEPS} steps it believes the text.
 */
final class Satisfiable {

    private static final int MOST_STEPS = 5_000;
    private static final int ALL_LEVELS = (1 << (Requirement.HIGHEST_LEVEL + 1)) - 1;

    private int steps;
    private String clash = "";

    private Satisfiable() {}

    /** What is asked to be two things at once, such as {@code billing}; empty if somebody could meet the requirement. */
    static Optional<String> contradictionIn(Requirement requirement) {
        Satisfiable search = new Satisfiable();
        boolean possible = search.possible(new ArrayDeque<>(List.of(requirement)), new Profile());
        return possible ? Optional.empty() : Optional.of(search.clash);
    }

    /** What is known of the agent so far: levels that are left by skill, as bits, and who it is or is not. */
    private static final class Profile {
        private final Map<String, Integer> levels = new HashMap<>();
        private final Map<String, String> is = new HashMap<>();
        private final Set<String> isNot = new HashSet<>();

        Profile copy() {
            Profile copy = new Profile();
            copy.levels.putAll(levels);
            copy.is.putAll(is);
            copy.isNot.addAll(isNot);
            return copy;
        }

        boolean level(String skill, int allowed) {
            return levels.merge(skill, allowed, (a, b) -> a & b) != 0;
        }

        boolean identity(String subject, String name, boolean same) {
            if (!same) {
                isNot.add(subject + '=' + name);
                return !name.equals(is.get(subject));
            }
            String other = is.putIfAbsent(subject, name);
            return (other == null || other.equals(name)) && !isNot.contains(subject + '=' + name);
        }
    }

    private boolean possible(Deque<Requirement> open, Profile profile) {
        while (!open.isEmpty() && ++steps < MOST_STEPS) {
            Requirement next = open.pop();
            if (next instanceof Requirement.AnyOf any) {
                return any.parts().stream().anyMatch(part -> {
                    Deque<Requirement> branch = new ArrayDeque<>(open);
                    branch.push(part);
                    return possible(branch, profile.copy());
                });
            }
            if (!holds(next, open, profile)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Requirement next, Deque<Requirement> open, Profile profile) {
        return switch (next) {
            case Requirement.AllOf all -> {
                all.parts().forEach(open::push);
                yield true;
            }
            case Requirement.Not(Requirement part) -> opposite(part, open, profile);
            case Requirement.SkillWithin within -> clashes(within.skill(), profile.level(within.skill(), bits(within)));
            case Requirement.AgentIs(String agent) -> clashes("agent", profile.identity("agent", agent, true));
            case Requirement.TeamIs(String team) -> clashes("team", profile.identity("team", team, true));
            case Requirement.Anyone _, Requirement.AnyOf _ -> true;
        };
    }

    private boolean opposite(Requirement part, Deque<Requirement> open, Profile profile) {
        return switch (part) {
            case Requirement.Anyone _ -> clashes("not any", false);
            case Requirement.Not(Requirement inner) -> {
                open.push(inner);
                yield true;
            }
            case Requirement.AllOf all -> {
                open.push(Requirement.anyOf(
                        all.parts().stream().map(Requirement::not).toList()));
                yield true;
            }
            case Requirement.AnyOf any -> {
                any.parts().forEach(each -> open.push(Requirement.not(each)));
                yield true;
            }
            case Requirement.SkillWithin within ->
                clashes(within.skill(), profile.level(within.skill(), ALL_LEVELS & ~bits(within)));
            case Requirement.AgentIs(String agent) -> clashes("agent", profile.identity("agent", agent, false));
            case Requirement.TeamIs(String team) -> clashes("team", profile.identity("team", team, false));
        };
    }

    private boolean clashes(String what, boolean possible) {
        if (!possible) {
            clash = what;
        }
        return possible;
    }

    private static int bits(Requirement.SkillWithin within) {
        int bits = 0;
        for (int level = within.from(); level <= within.to(); level++) {
            bits |= 1 << level;
        }
        return bits;
    }
}
