package org.rexian.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an agent must be for a contact: a condition over skill levels (0 stands for "has it not", 1–10), the agent's id
 * and team. Immutable. The text of two requirements is equal if they came out the same after sorting: {@code b and a}
 * reads {@code a and b}, so that contacts who ask for the same share one index. {@link RequirementParser} reads the text
 * form back.
 */
public sealed interface Requirement {

    int NO_LEVEL = 0;
    int HIGHEST_LEVEL = 10;

    /** Whose skills are looked at. */
    interface Holder {
        String id();

        String team();

        /** Level 1–10, or 0 if the holder lacks the skill. */
        int level(String skill);
    }

    boolean matches(Holder holder);

    /** True if whoever matches this matches {@code other} for certain; false if that does not follow from the texts alone. */
    default boolean implies(Requirement other) {
        return switch (other) {
            case Anyone anyone -> true;
            case AllOf all -> all.parts().stream().allMatch(this::implies);
            case AnyOf any -> equals(other) || any.parts().stream().anyMatch(this::implies);
            default -> equals(other);
        };
    }

    /** Collects the skills that count for this requirement, in the sense of {@link #skills()}. */
    void collectSkills(Set<String> into);

    /** The skills by which one matching agent is better than another, in alphabetical order; not those behind {@code not}. */
    default List<String> skills() {
        TreeSet<String> names = new TreeSet<>();
        collectSkills(names);
        return List.copyOf(names);
    }

    /** Every agent will do. */
    record Anyone() implements Requirement {
        @Override
        public boolean matches(Holder holder) {
            return true;
        }

        @Override
        public void collectSkills(Set<String> into) {}

        @Override
        public String toString() {
            return "";
        }
    }

    /** The level lies within {@code from..to}, both included. */
    record SkillWithin(String skill, int from, int to) implements Requirement {
        @Override
        public boolean implies(Requirement other) {
            return other instanceof SkillWithin wider
                    ? wider.skill.equals(skill) && wider.from <= from && wider.to >= to
                    : Requirement.super.implies(other);
        }

        @Override
        public boolean matches(Holder holder) {
            int level = holder.level(skill);
            return level >= from && level <= to;
        }

        @Override
        public void collectSkills(Set<String> into) {
            if (to > NO_LEVEL) {
                into.add(skill);
            }
        }

        @Override
        public String toString() {
            if (from == to) {
                return skill + " == " + from;
            }
            if (to == HIGHEST_LEVEL) {
                return from == 1 ? skill : skill + " >= " + from;
            }
            return from == NO_LEVEL ? skill + " <= " + to : skill + " in " + from + ".." + to;
        }
    }

    /** This one agent. */
    record AgentIs(String agent) implements Requirement {
        @Override
        public boolean matches(Holder holder) {
            return holder.id().equals(agent);
        }

        @Override
        public void collectSkills(Set<String> into) {}

        @Override
        public String toString() {
            return "agent == \"" + agent + '"';
        }
    }

    /** Any agent of this team. */
    record TeamIs(String team) implements Requirement {
        @Override
        public boolean matches(Holder holder) {
            return holder.team().equals(team);
        }

        @Override
        public void collectSkills(Set<String> into) {}

        @Override
        public String toString() {
            return "team == \"" + team + '"';
        }
    }

    /** Every part holds; at least two parts. Made by {@link #allOf}. */
    record AllOf(List<Requirement> parts) implements Requirement {
        @Override
        public boolean implies(Requirement other) {
            return parts.stream().anyMatch(part -> part.implies(other)) || Requirement.super.implies(other);
        }

        @Override
        public boolean matches(Holder holder) {
            for (Requirement part : parts) {
                if (!part.matches(holder)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void collectSkills(Set<String> into) {
            parts.forEach(part -> part.collectSkills(into));
        }

        @Override
        public String toString() {
            List<String> texts = new ArrayList<>();
            parts.forEach(part -> texts.add(part instanceof AnyOf ? "(" + part + ")" : part.toString()));
            return String.join(" and ", texts);
        }
    }

    /** One part holds; at least two parts. Made by {@link #anyOf}. */
    record AnyOf(List<Requirement> parts) implements Requirement {
        @Override
        public boolean matches(Holder holder) {
            for (Requirement part : parts) {
                if (part.matches(holder)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void collectSkills(Set<String> into) {
            parts.forEach(part -> part.collectSkills(into));
        }

        @Override
        public String toString() {
            List<String> texts = new ArrayList<>();
            parts.forEach(part -> texts.add(part.toString()));
            return String.join(" or ", texts);
        }
    }

    /** The part does not hold. */
    record Not(Requirement part) implements Requirement {
        @Override
        public boolean matches(Holder holder) {
            return !part.matches(holder);
        }

        @Override
        public void collectSkills(Set<String> into) {}

        @Override
        public String toString() {
            return part instanceof AllOf || part instanceof AnyOf ? "not (" + part + ")" : "not " + part;
        }
    }

    /** All of these together: nested ones are taken apart, sorted, and said once. */
    static Requirement allOf(List<Requirement> parts) {
        List<Requirement> flat = new ArrayList<>();
        for (Requirement part : parts) {
            if (part instanceof AllOf all) {
                flat.addAll(all.parts());
            } else if (!(part instanceof Anyone)) {
                flat.add(part);
            }
        }
        List<Requirement> sorted = sortedOnce(flat);
        return switch (sorted.size()) {
            case 0 -> new Anyone();
            case 1 -> sorted.getFirst();
            default -> new AllOf(sorted);
        };
    }

    /** Any of these, taken apart, sorted and said once; at least one part. */
    static Requirement anyOf(List<Requirement> parts) {
        List<Requirement> flat = new ArrayList<>();
        for (Requirement part : parts) {
            if (part instanceof Anyone) {
                return new Anyone();
            } else if (part instanceof AnyOf any) {
                flat.addAll(any.parts());
            } else {
                flat.add(part);
            }
        }
        List<Requirement> sorted = sortedOnce(flat);
        return sorted.size() == 1 ? sorted.getFirst() : new AnyOf(sorted);
    }

    /** The opposite; twice is back again. */
    static Requirement not(Requirement part) {
        return part instanceof Not negated ? negated.part() : new Not(part);
    }

    private static List<Requirement> sortedOnce(List<Requirement> parts) {
        TreeMap<String, Requirement> byText = new TreeMap<>(Comparator.naturalOrder());
        parts.forEach(part -> byText.put(part.toString(), part));
        return List.copyOf(byText.values());
    }
}
