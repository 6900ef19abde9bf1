package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.expr.Scope;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.say.SayKind;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads what a waiting caller hears. {@code position} and {@code ewt} become ordinary say items. */
final class WaitingParser {

    private static final long EVERY_MILLIS = 30_000;

    private final Reader reader;

    WaitingParser(Reader reader) {
        this.reader = reader;
    }

    Step.Waiting parse(Fields queue) {
        return queue.node("while-waiting")
                .flatMap(node -> Fields.of(Grammar.WAITING, node, reader.problems()))
                .map(this::waiting)
                .orElse(Step.Waiting.SILENT);
    }

    private Step.Waiting waiting(Fields fields) {
        Optional<Speech.Prompt> music = fields.text("music")
                .flatMap(text -> Names.prompt(text, reader.problems())
                        .map(name -> new Speech.Prompt(name, Optional.empty(), text.at())));
        Map<Character, Target> keys = QueueParser.keys(fields, reader);
        Optional<Step.Callback> callback = fields.node("callback")
                .flatMap(node -> Fields.of(Grammar.CALLBACK, node, reader.problems()))
                .flatMap(each -> callback(each, keys));
        return fields.node("announce")
                .flatMap(node -> Fields.of(Grammar.ANNOUNCE, node, reader.problems()))
                .map(announce -> announcing(announce, music, keys, callback))
                .orElseGet(() -> new Step.Waiting(music, Speech.NOTHING, 0, 0, keys, callback));
    }

    private Optional<Step.Callback> callback(Fields fields, Map<Character, Target> keys) {
        Optional<Text> pressed = fields.text("key");
        Optional<Text> then = fields.text("then");
        if (pressed.isEmpty() || then.isEmpty()) {
            reader.problems()
                    .error(
                            fields.at(),
                            "a callback needs a key and what follows",
                            "callback: {key: 1, then: promised}");
            return Optional.empty();
        }
        return Keys.of(pressed.get(), reader.problems()).flatMap(key -> {
            if (keys.containsKey(key)) {
                reader.problems()
                        .error(pressed.get().at(), "key " + key + " leads somewhere else already", "another key");
                return Optional.empty();
            }
            return Optional.of(new Step.Callback(
                    key, new Target(then.get().value(), then.get().at())));
        });
    }

    private Step.Waiting announcing(
            Fields fields,
            Optional<Speech.Prompt> music,
            Map<Character, Target> keys,
            Optional<Step.Callback> callback) {
        List<Speech.Item> items = new ArrayList<>();
        if (fields.truth("position", false)) {
            figure("queue-position", SayKind.NUMBER, Scope.POSITION, fields.at())
                    .ifPresent(items::add);
        }
        if (fields.truth("ewt", false)) {
            figure("queue-ewt", SayKind.COUNT, Scope.MINUTES, fields.at()).ifPresent(items::add);
        }
        items.addAll(reader.speech().of(fields, "say").items());
        if (items.isEmpty()) {
            reader.problems().error(fields.at(), "an announcement of nothing", "position: true, ewt: true, or say");
        }
        long every = fields.duration("every", EVERY_MILLIS);
        return new Step.Waiting(music, new Speech(items), fields.duration("first", every), every, keys, callback);
    }

    private Optional<Speech.Item> figure(String prompt, SayKind kind, String name, At at) {
        Optional<Expression> known = reader.expression(new Text(name + " > 0", true, at), Reader.TRUTH);
        return reader.expression(new Text(name, true, at), Reader.WHOLE)
                .map(value -> new Speech.All(
                        List.of(
                                new Speech.Prompt(prompt + "-before", Optional.empty(), at),
                                new Speech.Value(kind, value, Optional.empty(), at),
                                new Speech.Prompt(prompt + "-after", Optional.empty(), at)),
                        known,
                        at));
    }
}
