package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.ivr.expr.Expression;
import org.rexian.ivr.model.Step;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode;
import org.rexian.ivr.yaml.YamlNode.Sequence;
import org.rexian.ivr.yaml.YamlNode.Text;

/** Reads which queue a call enters, and what it asks of an agent: one of each, or a list with conditions. */
final class ChoiceParser {

    private static final String FORM = "name: a queue of hotline.yaml, or [{name: QUEUE, when: CONDITION}, QUEUE]";

    private final Reader reader;
    private final Problems problems;

    ChoiceParser(Reader reader) {
        this.reader = reader;
        this.problems = reader.problems();
    }

    /** The queues in order, only the last without a condition; empty if they can't be read. */
    List<Step.Choice> choices(Fields queue) {
        Optional<YamlNode> name = queue.required("name", FORM);
        if (name.isEmpty()) {
            return List.of();
        }
        List<YamlNode> nodes = items(name.get());
        List<Step.Choice> choices = new ArrayList<>();
        nodes.forEach(node -> choice(node).ifPresent(choices::add));
        if (nodes.isEmpty()) {
            problems.error(name.get().at(), "a list of no queues", FORM);
        }
        return choices.size() == nodes.size() && inOrder(choices) ? choices : List.of();
    }

    private boolean inOrder(List<Step.Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            Step.Choice choice = choices.get(i);
            boolean last = i == choices.size() - 1;
            if (last && choice.when().isPresent()) {
                problems.error(choice.at(), "no queue if no condition holds", "the last queue stands without when");
                return false;
            }
            if (!last && choice.when().isEmpty()) {
                problems.error(choices.get(i + 1).at(), "nothing comes after a queue without when", "move it up");
                return false;
            }
        }
        return true;
    }

    private Optional<Step.Choice> choice(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return Fields.text("name", node, problems).map(text -> choice(text, List.of()));
        }
        return Fields.of(Grammar.CHOICE, node, problems).flatMap(fields -> {
            List<Step.Requires> requires = requires(fields);
            Optional<Expression> priority = reader.expression(fields, "priority", Reader.WHOLE);
            Optional<Expression> when = reader.expression(fields, "when", Reader.TRUTH);
            return fields.requiredText("name", "name: a queue of hotline.yaml")
                    .filter(_ -> when.isPresent() || !fields.has("when"))
                    .map(text -> new Step.Choice(text.value(), text.at(), requires, priority, when));
        });
    }

    private static Step.Choice choice(Text name, List<Step.Requires> requires) {
        return new Step.Choice(name.value(), name.at(), requires, Optional.empty(), Optional.empty());
    }

    /** All of them must hold; without the field, none. */
    List<Step.Requires> requires(Fields fields) {
        List<Step.Requires> found = new ArrayList<>();
        fields.node("requires")
                .ifPresent(node -> items(node).forEach(item -> requirement(item).ifPresent(found::add)));
        return found;
    }

    private Optional<Step.Requires> requirement(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return Fields.text("requires", node, problems).flatMap(text -> RequirementReader.read(text, problems));
        }
        return Fields.of(Grammar.REQUIREMENT, node, problems).flatMap(fields -> {
            Optional<Expression> when = reader.expression(fields, "when", Reader.TRUTH);
            return fields.requiredText("requires", "requires: skills, for example lang.zh >= 3")
                    .flatMap(text -> RequirementReader.read(text, problems))
                    .map(read -> new Step.Requires(
                            read.text(), read.skills(), read.alternatives(), read.plan(), read.at(), when));
        });
    }

    /** Each is within the router's bounds; together they must be, too. */
    void checkTogether(List<Step.Choice> choices, List<Step.Requires> requires) {
        for (Step.Choice choice : choices) {
            List<Step.Requires> all =
                    Stream.concat(requires.stream(), choice.requires().stream()).toList();
            Text together = new Text(Step.Requires.joined(all), false, choice.at());
            if (all.size() > 1
                    && RequirementReader.read(together, new Problems()).isEmpty()) {
                problems.error(choice.at(), "the requirements together are too long or nested too deeply");
            }
        }
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof Sequence sequence ? sequence.items() : List.of(node);
    }
}
