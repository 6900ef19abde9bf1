package org.rexian.ivr.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;

/** Reads one step: finds out which kind it is, and hands it to the parser of that kind. */
final class StepParser {

    private static final Set<String> BESIDE = Set.of("then", "barge-in");
    private static final Set<String> GOING_ON = Set.of("say", "collect", "set", "flow", "language");

    private final Reader reader;
    private final Problems problems;
    private final List<String> languages;

    StepParser(Reader reader, List<String> languages) {
        this.reader = reader;
        this.problems = reader.problems();
        this.languages = languages;
    }

    /** The step; empty if it can't be read, with the reason in the problems. */
    Optional<Step> parse(String name, At at, YamlNode node) {
        return Fields.of(Grammar.STEP, node, problems).flatMap(fields -> step(name, at, fields));
    }

    private Optional<Step> step(String name, At at, Fields fields) {
        List<String> kinds = Grammar.STEP.fields().stream()
                .filter(field -> !BESIDE.contains(field) && fields.has(field))
                .toList();
        if (kinds.size() != 1) {
            String what = kinds.isEmpty() ? "does nothing" : "does more than one thing: " + String.join(", ", kinds);
            problems.error(
                    at,
                    "step " + name + " " + what,
                    "one of say, menu, collect, branch, set, hours, queue, flow, " + "language, end");
            return Optional.empty();
        }
        String kind = kinds.getFirst();
        refuseBeside(fields, kind);
        Optional<Target> then = GOING_ON.contains(kind) ? reader.requiredTarget(fields, "then") : Optional.empty();
        YamlNode body = fields.node(kind).orElseThrow();
        return switch (kind) {
            case "say" -> {
                var say = reader.speech().of(body);
                boolean bargeIn = fields.truth("barge-in", true);
                yield then.map(next -> new Step.Say(name, at, say, bargeIn, next));
            }
            case "menu" -> new MenuParser(reader).parse(name, at, body);
            case "collect" -> new CollectParser(reader).parse(name, at, body, then);
            case "branch" -> new DecisionParser(reader).branch(name, at, body);
            case "set" -> new DecisionParser(reader).assign(name, at, body, then);
            case "hours" -> new DecisionParser(reader).hours(name, at, body);
            case "queue" -> new QueueParser(reader).parse(name, at, body);
            case "flow" -> new SubFlowParser(reader).parse(name, at, body, then);
            case "language" -> language(name, at, body, then);
            default -> new EndParser(reader).parse(name, at, body);
        };
    }

    private void refuseBeside(Fields fields, String kind) {
        if (!GOING_ON.contains(kind)) {
            fields.node("then")
                    .ifPresent(node ->
                            problems.error(node.at(), kind + " has no then of its own", "its exits are inside it"));
        }
        if (!kind.equals("say")) {
            fields.node("barge-in")
                    .ifPresent(node -> problems.error(
                            node.at(), "barge-in beside " + kind, "put it inside " + kind + ", if it has one"));
        }
    }

    private Optional<Step> language(String name, At at, YamlNode body, Optional<Target> then) {
        return Fields.text("language", body, problems)
                .filter(text -> {
                    boolean known = languages.contains(text.value());
                    if (!known) {
                        problems.error(
                                text.at(),
                                "unknown language " + text.value(),
                                "the hotline speaks " + String.join(", ", languages));
                    }
                    return known;
                })
                .flatMap(text -> then.map(next -> new Step.Language(name, at, text.value(), next)));
    }
}
