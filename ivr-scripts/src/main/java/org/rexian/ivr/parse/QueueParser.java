package org.rexian.ivr.parse;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.FlowInput.QueueLeft;
import org.rexian.ivr.model.Speech;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.model.Target;
import org.rexian.ivr.yaml.At;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Entry;

/** Reads a queue step. */
final class QueueParser {

    private final Reader reader;

    private static final long AGENT_WAIT_MILLIS = 20_000;

    QueueParser(Reader reader) {
        this.reader = reader;
    }

    Optional<Step> parse(String name, At at, YamlNode body) {
        return Fields.of(Grammar.QUEUE, body, reader.problems()).flatMap(fields -> queue(name, at, fields));
    }

    private Optional<Step> queue(String name, At at, Fields fields) {
        ChoiceParser parser = new ChoiceParser(reader);
        List<Step.Choice> choices = parser.choices(fields);
        List<Step.Requires> requires = parser.requires(fields);
        parser.checkTogether(choices, requires);
        var priority = reader.expression(fields, "priority", Reader.WHOLE);
        var customerClass = reader.expression(fields, "class", Reader.TEXT);
        var standing = standing(fields);
        var attributes = reader.expressions(fields.entries("attributes"));
        Speech say = reader.speech().of(fields, "say");
        Step.Waiting waiting = new WaitingParser(reader).parse(fields);
        Optional<Map<QueueLeft.Exit, Target>> exits = exits(fields);
        Optional<Target> afterTalk = reader.target(fields, "after-talk");
        return exits.filter(_ -> !choices.isEmpty())
                .map(ways -> new Step.Queue(
                        name,
                        at,
                        choices,
                        requires,
                        priority,
                        customerClass,
                        standing,
                        attributes,
                        say,
                        waiting,
                        ways,
                        afterTalk));
    }

    private Step.Standing standing(Fields fields) {
        return new Step.Standing(
                reader.expression(fields, "agent", Reader.TEXT),
                fields.duration("agent-wait", AGENT_WAIT_MILLIS),
                reader.expression(fields, "customer", Reader.TEXT),
                reader.expression(fields, "age-credit", Reader.WHOLE));
    }

    private Optional<Map<QueueLeft.Exit, Target>> exits(Fields fields) {
        Optional<Target> otherwise = reader.target(fields, "otherwise");
        Map<QueueLeft.Exit, Target> exits = new EnumMap<>(QueueLeft.Exit.class);
        for (QueueLeft.Exit exit : QueueLeft.Exit.values()) {
            String field = Grammar.exitName(exit);
            reader.target(fields, field).or(() -> otherwise).ifPresent(target -> exits.put(exit, target));
        }
        if (exits.size() == QueueLeft.Exit.values().length) {
            return Optional.of(exits);
        }
        for (QueueLeft.Exit exit : QueueLeft.Exit.values()) {
            if (!exits.containsKey(exit)) {
                reader.problems()
                        .error(
                                fields.at(),
                                "the queue has no exit for " + Grammar.exitName(exit),
                                "otherwise: STEP covers all that are not named");
                break;
            }
        }
        return Optional.empty();
    }

    /** Keys that lead to steps. */
    static Map<Character, Target> keys(Fields fields, Reader reader) {
        Map<Character, Target> keys = new LinkedHashMap<>();
        for (Entry entry : fields.entries("keys")) {
            Keys.of(entry.key(), reader.problems())
                    .ifPresent(key -> Fields.text("key " + key, entry.value(), reader.problems())
                            .ifPresent(step -> keys.put(key, new Target(step.value(), step.at()))));
        }
        return keys;
    }
}
