package org.rexian.ivr.parse;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.rexian.ivr.FlowInput.QueueLeft;
import org.rexian.ivr.say.SayKind;

/** The mappings of the language and the fields of each: one place, which the JSON Schema is tested against. */
public enum Grammar {
    HOTLINE("hotline.yaml", "version", "name", "languages", "zone", "attributes", "numbers", "queues", "skills"),
    DIALLED("a number", "flow", "language", "attributes"),
    FLOW("a flow", "flow", "start", "variables", "arguments", "results", "steps"),
    STEP(
            "a step",
            "say",
            "menu",
            "collect",
            "branch",
            "set",
            "hours",
            "queue",
            "flow",
            "language",
            "end",
            "then",
            "barge-in"),
    ITEM("a say item", itemFields()),
    MENU("menu", "say", "keys", "barge-in", "no-input", "no-match"),
    KEY("a key", "to", "say", "when", "hidden"),
    NO_INPUT("no-input", "after", "times", "say", "then"),
    NO_MATCH("no-match", "times", "say", "then"),
    COLLECT(
            "collect",
            "say",
            "into",
            "digits",
            "end-key",
            "between",
            "valid",
            "confirm",
            "secret",
            "barge-in",
            "no-input",
            "no-match"),
    CONFIRM("confirm", "say", "yes", "no"),
    CASE("a case", "when", "then", "else"),
    HOURS("hours", "calendar", "open", "closed"),
    QUEUE("queue", queueFields()),
    CHOICE("a queue", "name", "requires", "priority", "when"),
    REQUIREMENT("a requirement", "requires", "when"),
    WAITING("while-waiting", "music", "announce", "keys", "callback"),
    CALLBACK("callback", "key", "then"),
    ANNOUNCE("announce", "position", "ewt", "say", "every", "first"),
    CALL("flow", "name", "arguments", "results"),
    END("end", "say", "cause", "outcome");

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf
    private final List<String> fields;

    Grammar(String words, String... fields) {
        this(words, List.of(fields));
    }

    Grammar(String words, Collection<String> fields) {
        this.words = words;
        this.fields = List.copyOf(fields);
    }

    /** As findings name it. */
    public String words() {
        return words;
    }

    public List<String> fields() {
        return fields;
    }

    /** As a flow writes the exit of a queue. */
    public static String exitName(QueueLeft.Exit exit) {
        return exit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> itemFields() {
        Set<String> fields = new LinkedHashSet<>(List.of("prompt", "first", "all", "when"));
        Stream.of(SayKind.values()).map(SayKind::key).forEach(fields::add);
        return fields;
    }

    private static List<String> queueFields() {
        return Stream.concat(
                        Stream.of(
                                "name",
                                "requires",
                                "priority",
                                "class",
                                "agent",
                                "agent-wait",
                                "customer",
                                "age-credit",
                                "attributes",
                                "say",
                                "while-waiting"),
                        Stream.concat(
                                Stream.of(QueueLeft.Exit.values()).map(Grammar::exitName),
                                Stream.of("otherwise", "after-talk")))
                .toList();
    }
}
