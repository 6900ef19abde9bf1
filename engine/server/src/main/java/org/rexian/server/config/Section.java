package org.rexian.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.ConfigurationProblem;
import org.rexian.server.Printable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file, read by its {@link Table}. A value that can't be read adds a problem and gives the key's
 * default, so that reading goes on and finds the other problems, too.
 */
final class Section {

    private static final int MAX_ITEMS = 10_000;
    private static final List<String> REQUIRED = List.of(".name", ".id", ".to");

    private final Reading reading;
    private final Table table;
    private final Node node;
    private final Optional<Mark> mark;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** What all sections of a file share: problems, environment, and the folder that relative paths start from. */
    record Reading(Problems problems, UnaryOperator<@Nullable String> environment, Path folder) {}

    Section(Reading reading, Table table, Node node) {
        this.reading = reading;
        this.table = table;
        this.node = node;
        this.mark = node.getStartMark();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (!isNull(node)) {
            String name = table.name().isEmpty() ? "the file" : table.name();
            reading.problems.add(
                    mark, name + " must be a mapping of keys to values", "write its keys indented below it");
        }
    }

    private void take(NodeTuple tuple) {
        String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        Optional<Mark> at = tuple.getKeyNode().getStartMark();
        if (!table.names().contains(name)) {
            String where = table.name().isEmpty() ? "" : " in " + table.name();
            reading.problems.add(at, "unknown key '" + shown(name) + "'" + where, Spelling.hint(name, table.names()));
        } else if (nodes.putIfAbsent(name, tuple.getValueNode()) != null) {
            reading.problems.add(at, "'" + name + "' is set twice", "keep one of them");
        }
    }

    boolean has(Key<?> key) {
        return nodes.containsKey(key.name());
    }

    boolean has(Table below) {
        return nodes.containsKey(below.name());
    }

    <T> T get(Key<T> key) {
        Node node = nodes.get(key.name());
        if (node == null && key.required()) {
            problem("'" + key.name() + "' is missing", "add a line such as  " + key.name() + ": " + key.fallback());
        }
        return node == null ? fallback(key) : scalar(node, key).orElseGet(() -> fallback(key));
    }

    <T> List<T> list(Key<T> key) {
        Node node = nodes.get(key.name());
        if (node == null) {
            return fallbacks(key);
        }
        List<T> values = new ArrayList<>();
        for (Node item : items(node)) {
            scalar(item, key).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    /** Names to values, in the file's order. */
    <T> Map<String, T> map(Key<T> key) {
        Map<String, T> values = new LinkedHashMap<>();
        Node node = nodes.get(key.name());
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                scalar(tuple.getValueNode(), key).ifPresent(v -> values.put(name, v));
            }
        } else if (node != null && !isNull(node)) {
            reading.problems.add(node.getStartMark(), "'" + key.name() + "' must map names to values", "");
        }
        return values;
    }

    /** The mapping below this one; an empty one where the file has none. */
    Section section(Table below) {
        Node node = nodes.get(below.name());
        return new Section(reading, below, node == null ? nothing() : node);
    }

    List<Section> sections(Table below) {
        Node node = nodes.get(below.name());
        return node == null
                ? List.of()
                : items(node).stream().map(n -> new Section(reading, below, n)).toList();
    }

    /** Relative paths start from the folder of the file, wherever the process runs. */
    Path resolve(Path path) {
        return reading.folder.resolve(path).normalize();
    }

    void problem(String what, String hint) {
        reading.problems.add(mark, what, hint);
    }

    /** A problem at this key's value, or at the section where the key is not set. */
    void problem(Key<?> key, String what, String hint) {
        Node node = nodes.get(key.name());
        reading.problems.add(node == null ? mark : node.getStartMark(), what, hint);
    }

    /** A problem at one item of a list. */
    void problem(Key<?> key, int item, String what, String hint) {
        Node node = nodes.get(key.name());
        boolean known =
                node instanceof SequenceNode list && item < list.getValue().size();
        Optional<Mark> at = known && node instanceof SequenceNode list
                ? list.getValue().get(item).getStartMark()
                : mark;
        reading.problems.add(at, what, hint);
    }

    /**
     * What another part of the program found in the values that were read from here: shown where it stands. A key that must be
     * there and is not was told already.
     */
    void report(ConfigurationProblem problem) {
        NodePath.Found found = NodePath.find(node, problem.path());
        if (!found.whole() && REQUIRED.stream().anyMatch(problem.path()::endsWith)) {
            return;
        }
        String hint = Spelling.nearest(problem.word(), problem.known())
                .map(near -> "did you mean " + near + "?")
                .orElse(problem.hint());
        String what = problem.where() + ": " + problem.message();
        NodePath.Spot spot = NodePath.spot(found.node(), found.whole() ? problem.column() : 0);
        reading.problems.add(spot, shown(what), shown(hint), !problem.isError());
    }

    private List<Node> items(Node node) {
        if (isNull(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(node);
        }
        if (sequence.getValue().size() > MAX_ITEMS) {
            reading.problems.add(node.getStartMark(), "more than " + MAX_ITEMS + " items", "");
            return List.of();
        }
        return sequence.getValue();
    }

    private <T> Optional<T> scalar(Node node, Key<T> key) {
        if (!(node instanceof ScalarNode scalar)) {
            String wanted =
                    "'" + key.name() + "' takes a single value: " + key.kind().form();
            reading.problems.add(node.getStartMark(), wanted, "");
            return Optional.empty();
        }
        if (isNull(node)) {
            reading.problems.add(node.getStartMark(), "'" + key.name() + "' has no value", defaultHint(key));
            return Optional.empty();
        }
        try {
            return Optional.of(key.kind().parse(Environment.expand(scalar.getValue(), reading.environment)));
        } catch (Unfit e) {
            reading.problems.add(node.getStartMark(), key.name() + ": " + shown(e.what()), e.hint());
            return Optional.empty();
        }
    }

    private static String defaultHint(Key<?> key) {
        return key.required() || key.fallback().isEmpty()
                ? "write " + key.kind().form()
                : "leave the key out to have " + key.fallback();
    }

    private static <T> T fallback(Key<T> key) {
        try {
            return key.kind().parse(key.fallback());
        } catch (Unfit e) {
            throw new IllegalStateException("default of " + key.name() + ": " + e.what(), e);
        }
    }

    private static <T> List<T> fallbacks(Key<T> key) {
        List<T> values = new ArrayList<>();
        for (String item : key.fallback().split(",", 0)) {
            if (!item.isBlank()) {
                values.add(fallback(Key.of(key.name(), key.kind(), item.strip(), "")));
            }
        }
        return List.copyOf(values);
    }

    private Node nothing() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String shown(String text) {
        return Printable.line(text);
    }
}
