package org.rexian.ivr.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.DidYouMean;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Mapping;
import org.rexian.ivr.yaml.YamlNode.Sequence;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads one mapping of the grammar, and reports what does not belong there. */
final class Fields {

    private final Grammar kind;
    private final Mapping mapping;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Problems problems;

    private Fields(Grammar kind, Mapping mapping, Problems problems) {
        this.kind = kind;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Empty if the node is no mapping; unknown and repeated fields are reported and left out. */
    static Optional<Fields> of(Grammar kind, YamlNode node, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(), kind.words() + " needs fields", "one or more of: " + String.join(", ", kind.fields()));
            return Optional.empty();
        }
        Fields fields = new Fields(kind, mapping, problems);
        for (Entry entry : unique(mapping, problems)) {
            String name = entry.key().value();
            if (kind.fields().contains(name)) {
                fields.values.put(name, entry.value());
            } else {
                String near = DidYouMean.closest(name, kind.fields().stream())
                        .map(found -> "did you mean " + found + "?")
                        .orElse("known here: " + String.join(", ", kind.fields()));
                problems.error(entry.key().at(), kind.words() + " has no field " + name, near);
            }
        }
        return Optional.of(fields);
    }

    /** The entries of a mapping whose keys are free, the first of each key. */
    static List<Entry> unique(Mapping mapping, Problems problems) {
        Map<String, Entry> first = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            Entry earlier = first.putIfAbsent(entry.key().value(), entry);
            if (earlier != null) {
                problems.error(
                        entry.key().at(),
                        entry.key().value() + " is there twice",
                        "the first is on line " + earlier.key().at().line());
            }
        }
        return List.copyOf(first.values());
    }

    At at() {
        return mapping.at();
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    Optional<YamlNode> node(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The node, or a finding that it is missing. */
    Optional<YamlNode> required(String field, String hint) {
        if (!has(field)) {
            problems.error(mapping.at(), kind.words() + " needs " + field, hint);
        }
        return node(field);
    }

    /** A text that is not empty. */
    Optional<Text> text(String field) {
        return node(field).flatMap(node -> text(field, node, problems));
    }

    Optional<Text> requiredText(String field, String hint) {
        return required(field, hint).flatMap(node -> text(field, node, problems));
    }

    static Optional<Text> text(String what, YamlNode node, Problems problems) {
        if (node instanceof Text text && !text.value().isBlank()) {
            return Optional.of(text);
        }
        problems.error(node.at(), what + " must be " + (node instanceof Text ? "given: it is empty" : "one value"));
        return Optional.empty();
    }

    /** A mapping with free keys; empty if absent. */
    List<Entry> entries(String field) {
        return node(field)
                .map(node -> {
                    if (node instanceof Mapping inner) {
                        return unique(inner, problems);
                    }
                    problems.error(node.at(), field + " must be a mapping, name: value");
                    return List.<Entry>of();
                })
                .orElse(List.of());
    }

    /** A list; empty if absent. */
    List<YamlNode> items(String field) {
        return node(field)
                .map(node -> {
                    if (node instanceof Sequence sequence) {
                        return sequence.items();
                    }
                    problems.error(node.at(), field + " must be a list", "[a, b] or lines that begin with -");
                    return List.<YamlNode>of();
                })
                .orElse(List.of());
    }

    /** A list of texts; empty if absent. */
    List<Text> texts(String field) {
        return items(field).stream()
                .flatMap(item -> text(field, item, problems).stream())
                .toList();
    }

    boolean truth(String field, boolean otherwise) {
        Optional<Text> text = text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get().value()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problems.error(text.get().at(), field + " must be true or false");
                yield otherwise;
            }
        };
    }

    int whole(String field, int min, int max, int otherwise) {
        Optional<Text> text = text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        String digits = text.get().value();
        if (digits.matches("[0-9]{1,6}") && Integer.parseInt(digits) >= min && Integer.parseInt(digits) <= max) {
            return Integer.parseInt(digits);
        }
        problems.error(text.get().at(), field + " must be a whole number from " + min + " to " + max);
        return otherwise;
    }

    /** Milliseconds. */
    long duration(String field, long otherwise) {
        return text(field)
                .map(text -> Duration.millis(text.value()).orElseGet(() -> {
                    problems.error(
                            text.at(), field + " must be a duration up to 24h", "for example 500ms, 30s, 5m or 2h");
                    return otherwise;
                }))
                .orElse(otherwise);
    }

    /** A key of the telephone. */
    char key(String field, char otherwise) {
        return text(field)
                .map(text -> Keys.of(text, problems).orElse(otherwise))
                .orElse(otherwise);
    }
}
