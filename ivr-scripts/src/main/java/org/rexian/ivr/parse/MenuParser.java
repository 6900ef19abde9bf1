package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads a menu. */
final class MenuParser {

    private static final String REPEAT = "repeat";

    private final Reader reader;

    MenuParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step> parse(String name, At at, YamlNode body) {
        return Fields.of(Grammar.MENU, body, reader.problems()).flatMap(fields -> menu(name, at, fields));
    }

    private Optional<Step> menu(String name, At at, Fields fields) {
        Speech say = reader.speech().of(fields, "say");
        List<Step.MenuKey> keys = keys(fields);
        boolean bargeIn = fields.truth("barge-in", true);
        AttemptsParser attempts = new AttemptsParser(reader);
        Optional<Step.NoInput> noInput = attempts.noInput(fields);
        Optional<Step.NoMatch> noMatch = attempts.noMatch(fields);
        return noInput.flatMap(
                silent -> noMatch.map(wrong -> new Step.Menu(name, at, say, keys, bargeIn, silent, wrong)));
    }

    private List<Step.MenuKey> keys(Fields fields) {
        fields.required("keys", "keys: {1: STEP}");
        List<Step.MenuKey> keys = new ArrayList<>();
        for (Entry entry : fields.entries("keys")) {
            Keys.of(entry.key(), reader.problems())
                    .flatMap(key -> key(key, entry))
                    .ifPresent(keys::add);
        }
        if (fields.has("keys") && fields.entries("keys").isEmpty()) {
            reader.problems().error(fields.at(), "a menu without keys", "keys: {1: STEP}");
        }
        return keys;
    }

    private Optional<Step.MenuKey> key(char key, Entry entry) {
        if (entry.value() instanceof Text text) {
            return Fields.text("key " + key, text, reader.problems())
                    .map(step ->
                            new Step.MenuKey(key, target(step), Speech.NOTHING, Optional.empty(), false, step.at()));
        }
        return Fields.of(Grammar.KEY, entry.value(), reader.problems()).flatMap(fields -> key(key, fields));
    }

    private Optional<Step.MenuKey> key(char key, Fields fields) {
        boolean hidden = fields.truth("hidden", false);
        if (hidden && fields.has("say")) {
            reader.problems().error(fields.at(), "key " + key + " is hidden and said", "drop say or hidden");
        }
        Speech say = reader.speech().of(fields, "say");
        var when = reader.expression(fields, "when", Reader.TRUTH);
        return fields.requiredText("to", "to: the name of a step")
                .map(to -> new Step.MenuKey(key, target(to), say, when, hidden, to.at()));
    }

    private static Optional<Target> target(Text text) {
        return text.value().equals(REPEAT) ? Optional.empty() : Optional.of(new Target(text.value(), text.at()));
    }
}
