package org.rexian.ivr.yaml;

import java.util.List;
import java.util.Optional;
import org.rexian.ivr.yaml.YamlNode.Entry;
import org.rexian.ivr.yaml.YamlNode.Mapping;
import org.rexian.ivr.yaml.YamlNode.Sequence;
import org.rexian.ivr.yaml.YamlNode.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML 1.2 within bounds. Depth is counted on the stream of events, before anything recursive sees the text: the composer
 * of the YAML library would overflow the stack on a file of brackets. Anchors and aliases are refused, so nothing can grow.
 */
public final class YamlText {

    public static final int MAX_CHARACTERS = 256 * 1024;
    public static final int MAX_DEPTH = 24;

    private YamlText() {}

    /** The document, or empty with the reason in {@code problems}. */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        At start = new At(file, 1, 1);
        if (text.length() > MAX_CHARACTERS) {
            problems.error(start, "the file is too large", "at most " + MAX_CHARACTERS + " characters; split it");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setParseComments(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            if (!withinBounds(file, new Parse(settings).parseString(text), problems)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.error(start, "the file is empty");
            }
            return root.map(node -> convert(file, node, problems));
        } catch (MarkedYamlEngineException e) {
            At at = e.getProblemMark().map(mark -> at(file, mark)).orElse(start);
            problems.error(at, "not YAML: " + oneLine(e.getProblem()), oneLine(e.getContext()));
        } catch (YamlEngineException e) {
            problems.error(start, "not YAML: " + oneLine(e.getMessage()));
        }
        return Optional.empty();
    }

    private static boolean withinBounds(String file, Iterable<Event> events, Problems problems) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            At at = event.getStartMark().map(mark -> at(file, mark)).orElse(new At(file, 1, 1));
            switch (event.getEventId()) {
                case DocumentStart -> documents++;
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                problems.error(at, "nested too deeply", "at most " + MAX_DEPTH + " levels");
                return false;
            }
            if (documents > 1) {
                problems.error(at, "a second document", "one file holds one flow; remove the line ---");
                return false;
            }
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                problems.error(at, "anchors and aliases (& and *) are not allowed", "put the key * in quotes: \"*\"");
                return false;
            }
        }
        return true;
    }

    private static YamlNode convert(String file, Node node, Problems problems) {
        At at = node.getStartMark().map(mark -> at(file, mark)).orElse(new At(file, 1, 1));
        String tag = node.getTag().getValue();
        if (!tag.startsWith("tag:yaml.org,2002:") || tag.endsWith("binary")) {
            problems.error(at, "the tag " + tag + " is not allowed");
        }
        return switch (node) {
            case ScalarNode scalar ->
                new Text(
                        scalar.getValue(),
                        scalar.getScalarStyle() == ScalarStyle.PLAIN
                                && scalar.getEndMark()
                                        .map(end -> end.getLine() + 1 == at.line())
                                        .orElse(true),
                        at);
            case SequenceNode sequence ->
                new Sequence(
                        sequence.getValue().stream()
                                .map(item -> convert(file, item, problems))
                                .toList(),
                        at);
            case MappingNode mapping -> convertMapping(file, mapping, at, problems);
            default -> new Text("", false, at);
        };
    }

    private static Mapping convertMapping(String file, MappingNode mapping, At at, Problems problems) {
        List<Entry> entries = mapping.getValue().stream()
                .map(tuple -> new Entry(
                        key(convert(file, tuple.getKeyNode(), problems), problems),
                        convert(file, tuple.getValueNode(), problems)))
                .toList();
        return new Mapping(entries, at);
    }

    private static Text key(YamlNode node, Problems problems) {
        if (node instanceof Text text) {
            return text;
        }
        problems.error(node.at(), "a list or mapping can't be a key");
        return new Text("", false, node.at());
    }

    private static At at(String file, Mark mark) {
        return new At(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").strip();
    }
}
