package org.rexian.ivr.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Mapping;
import org.rexian.ivr.yaml.YamlNode.Sequence;
import org.rexian.ivr.yaml.YamlNode.Text;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the document from the stream of events, in one pass and without recursion: a file of brackets would overflow the stack of the
 * YAML library's own composer. Anchors and aliases are refused, so nothing can grow.
 */
final class YamlBuilder {

    private static final String CORE_TAGS = "tag:yaml.org,2002:";

    /** A list or mapping that is not closed yet; of a mapping, keys and values alternate. */
    private record Open(boolean mapping, At at, List<YamlNode> parts) {}

    private final String file;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<YamlNode> root = Optional.empty();
    private int documents;

    YamlBuilder(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Optional<YamlNode> build(Iterable<Event> events) {
        for (Event event : events) {
            At at = event.getStartMark().map(mark -> YamlText.at(file, mark)).orElse(new At(file, 1, 1));
            if (!take(event, at)) {
                return Optional.empty();
            }
        }
        if (root.isEmpty()) {
            problems.error(new At(file, 1, 1), "the file is empty");
        }
        return root;
    }

    /** False if the file can't be read on. */
    private boolean take(Event event, At at) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.error(at, "anchors and aliases (& and *) are not allowed", "put the key * in quotes: \"*\"");
            return false;
        }
        switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), at);
                add(text(scalar, at));
            }
            case CollectionStartEvent start -> {
                refuseTag(start.getTag(), at);
                open.push(new Open(start instanceof MappingStartEvent, at, new ArrayList<>()));
            }
            default -> {
                return structure(event, at);
            }
        }
        if (open.size() > YamlText.MAX_DEPTH) {
            problems.error(at, "nested too deeply", "at most " + YamlText.MAX_DEPTH + " levels");
            return false;
        }
        return true;
    }

    private boolean structure(Event event, At at) {
        switch (event.getEventId()) {
            case MappingEnd, SequenceEnd -> add(closed(open.pop()));
            case DocumentStart -> {
                if (++documents > 1) {
                    problems.error(at, "a second document", "one file holds one flow; remove the line ---");
                    return false;
                }
            }
            default -> {}
        }
        return true;
    }

    private void refuseTag(Optional<String> tag, At at) {
        if (tag.isPresent()
                && !tag.get().equals("!")
                && (!tag.get().startsWith(CORE_TAGS) || tag.get().endsWith("binary"))) {
            problems.error(at, "the tag " + tag.get() + " is not allowed");
        }
    }

    private static Text text(ScalarEvent scalar, At at) {
        boolean oneLine =
                scalar.getEndMark().map(end -> end.getLine() + 1 == at.line()).orElse(true);
        return new Text(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN && oneLine, at);
    }

    private void add(YamlNode node) {
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else {
            open.peek().parts().add(node);
        }
    }

    private YamlNode closed(Open done) {
        if (!done.mapping()) {
            return new Sequence(List.copyOf(done.parts()), done.at());
        }
        List<Entry> entries = new ArrayList<>(done.parts().size() / 2);
        for (int i = 0; i + 1 < done.parts().size(); i += 2) {
            entries.add(new Entry(key(done.parts().get(i)), done.parts().get(i + 1)));
        }
        return new Mapping(List.copyOf(entries), done.at());
    }

    private Text key(YamlNode node) {
        if (node instanceof Text text) {
            return text;
        }
        problems.error(node.at(), "a list or mapping can't be a key");
        return new Text("", false, node.at());
    }
}
