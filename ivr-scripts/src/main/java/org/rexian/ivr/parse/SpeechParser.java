package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.expr.ValueType;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Speech.Item;
import org.rexian.ivr.say.SayKind;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Sequence;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads what is said: one item, or a list of them. */
final class SpeechParser {

    private final Reader reader;

    SpeechParser(Reader reader) {
        this.reader = reader;
    }

    Speech of(Fields fields, String field) {
        return fields.node(field).map(this::of).orElse(Speech.NOTHING);
    }

    Speech of(YamlNode node) {
        return new Speech(items(node));
    }

    private List<Item> items(YamlNode node) {
        List<YamlNode> nodes = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        if (nodes.isEmpty()) {
            reader.problems().error(node.at(), "nothing is said here", "name a recording");
        }
        List<Item> items = new ArrayList<>();
        nodes.forEach(each -> item(each).ifPresent(items::add));
        return items;
    }

    private Optional<Item> item(YamlNode node) {
        if (node instanceof Text text) {
            return prompt(text).map(name -> new Speech.Prompt(name, Optional.empty(), text.at()));
        }
        return Fields.of(Grammar.ITEM, node, reader.problems()).flatMap(this::item);
    }

    private Optional<Item> item(Fields fields) {
        List<String> kinds = Grammar.ITEM.fields().stream()
                .filter(name -> !name.equals("when") && fields.has(name))
                .toList();
        if (kinds.size() != 1) {
            reader.problems()
                    .error(
                            fields.at(),
                            kinds.isEmpty() ? "a say item says nothing" : "a say item says one thing",
                            "one of prompt, digits, number, first, all and the like");
            return Optional.empty();
        }
        Optional<Expression> when = reader.expression(fields, "when", Reader.TRUTH);
        String kind = kinds.getFirst();
        Optional<YamlNode> node = fields.node(kind);
        return switch (kind) {
            case "prompt" ->
                fields.text(kind)
                        .flatMap(this::prompt)
                        .map(name -> new Speech.Prompt(
                                name, when, fields.text(kind).orElseThrow().at()));
            case "first" -> node.map(list -> new Speech.First(items(list), when, fields.at()));
            case "all" -> node.map(list -> new Speech.All(items(list), when, fields.at()));
            default -> node.flatMap(value -> value(kind, value, when));
        };
    }

    private Optional<Item> value(String key, YamlNode node, Optional<Expression> when) {
        SayKind kind = SayKind.ofKey(key).orElseThrow();
        EnumSet<ValueType> wanted = switch (kind) {
            case NUMBER, MONEY -> EnumSet.of(ValueType.WHOLE, ValueType.NUMBER, ValueType.TEXT);
            default -> EnumSet.of(ValueType.TEXT, ValueType.WHOLE);
        };
        return reader.expression(node, wanted).map(value -> new Speech.Value(kind, value, when, node.at()));
    }

    private Optional<String> prompt(Text text) {
        if (text.value().isBlank()) {
            reader.problems().error(text.at(), "a prompt is missing", "name a recording");
            return Optional.empty();
        }
        return Names.prompt(text, reader.problems());
    }
}
