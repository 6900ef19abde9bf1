package org.rexian.ivr.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rexian.ivr.FlowInput.QueueLeft;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.yaml.At;

/** One step of a flow. Immutable; expressions are compiled. Defaults are filled in. */
public sealed interface Step {

    String name();

    At at();

    /** Speaks and goes on. */
    record Say(String name, At at, Speech say, boolean bargeIn, Target then) implements Step {}

    /** Offers keys. */
    record Menu(String name, At at, Speech say, List<MenuKey> keys, boolean bargeIn, NoInput noInput, NoMatch noMatch)
            implements Step {}

    /** Takes digits into a text variable. */
    record Collect(
            String name,
            At at,
            Speech say,
            Variable into,
            Digits digits,
            Optional<Expression> valid,
            Optional<Confirm> confirm,
            boolean secret,
            boolean bargeIn,
            NoInput noInput,
            NoMatch noMatch,
            Target then)
            implements Step {}

    /** Goes the first way whose condition holds. */
    record Branch(String name, At at, List<Case> cases, Target otherwise) implements Step {}

    /** Computes variables, in order. */
    record Assign(String name, At at, List<Assignment> assignments, Target then) implements Step {}

    /** Asks a calendar. */
    record Hours(String name, At at, String calendar, At calendarAt, Target open, Target closed) implements Step {}

    /**
     * Waits for an agent. {@code exits} has every kind of exit; of {@code choices} the first whose condition holds is entered, and the last
     * has none.
     */
    record Queue(
            String name,
            At at,
            List<Choice> choices,
            List<Requires> requires,
            Optional<Expression> priority,
            Optional<Expression> customerClass,
            Standing standing,
            Map<String, Expression> attributes,
            Speech say,
            Waiting waiting,
            Map<QueueLeft.Exit, Target> exits,
            Optional<Target> afterTalk)
            implements Step {}

    /** Runs another flow. {@code results}: its variable → ours. */
    record SubFlow(
            String name, At at, String flow, At flowAt, List<Argument> arguments, List<Result> results, Target then)
            implements Step {}

    /** Speaks another language from here on. */
    record Language(String name, At at, String language, Target then) implements Step {}

    /** Speaks and hangs up. */
    record End(String name, At at, Speech say, String cause, String outcome) implements Step {}

    /** One key of a menu; {@code target} absent: say the menu again. */
    record MenuKey(char key, Optional<Target> target, Speech say, Optional<Expression> when, boolean hidden, At at) {}

    /** Silence: after {@code afterMillis}, and what the last of {@code times} silences leads to. */
    record NoInput(long afterMillis, int times, Speech say, Target then) {}

    /** A wrong key or entry, and what the last of {@code times} leads to. */
    record NoMatch(int times, Speech say, Target then) {}

    /** Shape of an entry; {@code endKey} is 0 if there is none. */
    record Digits(int min, int max, char endKey, long betweenMillis) {}

    /** Asks back before an entry counts. */
    record Confirm(Speech say, char yes, char no) {}

    /** One condition of a branch. */
    record Case(Expression when, Target then) {}

    /** One variable of a set. */
    record Assignment(Variable variable, Expression value) {}

    /** A value given to a called flow. */
    record Argument(String name, Expression value, At at) {}

    /** A value taken from a called flow. */
    record Result(String name, Variable into, At at) {}

    /**
     * What a caller brings along into a queue: the agent whom it asks for, how long it waits for that one alone, who it is (its number
     * where absent), and the waiting that it has done before, in seconds.
     */
    record Standing(
            Optional<Expression> agent,
            long agentWaitMillis,
            Optional<Expression> customer,
            Optional<Expression> ageCredit) {}

    /** A queue that the call may enter; its requirements go beside those of the step, its priority instead. */
    record Choice(
            String queue, At at, List<Requires> requires, Optional<Expression> priority, Optional<Expression> when) {}

    /**
     * The skills expression in the router's language, as written, and the skills that it names. {@code alternatives}: an {@code or} is
     * outside all parentheses; {@code plan}: it has clauses that prefer or relax; {@code when} absent: always.
     */
    record Requires(
            String text, List<Skill> skills, boolean alternatives, boolean plan, At at, Optional<Expression> when) {

        /** One text for requirements that must all hold. */
        public static String joined(List<Requires> parts) {
            if (parts.stream().anyMatch(Requires::plan)) {
                return parts.stream().map(Requires::text).collect(Collectors.joining("; "));
            }
            return parts.size() == 1
                    ? parts.getFirst().text()
                    : parts.stream()
                            .map(part -> part.alternatives() ? "(" + part.text() + ")" : part.text())
                            .collect(Collectors.joining(" and "));
        }
    }

    /** A skill that a requirement names. */
    record Skill(String name, At at) {}

    /** What a waiting caller hears and may press. {@code everyMillis} 0: no announcements. */
    record Waiting(
            Optional<Speech.Prompt> music,
            Speech announce,
            long firstMillis,
            long everyMillis,
            Map<Character, Target> keys,
            Optional<Callback> callback) {
        public static final Waiting SILENT =
                new Waiting(Optional.empty(), Speech.NOTHING, 0, 0, Map.of(), Optional.empty());
    }

    /** A key by which the caller keeps the place and is called back; {@code then} follows when that is promised. */
    record Callback(char key, Target then) {}
}
