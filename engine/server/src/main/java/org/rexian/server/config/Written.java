package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A file as it was written: which key had which text, to say later which keys have changed. Immutable; never shows the texts, for
 * passwords may be among them.
 */
public final class Written {

    private static final List<String> NAMES = List.of("name", "id", "user");
    private static final int DEEPEST = 12;

    private final Path file;
    private final Map<String, String> texts = new TreeMap<>();

    private Written(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    static Written of(Path file, Node root) {
        Written written = new Written(file);
        written.collect(root, "", 0);
        return written;
    }

    /** The file, absolute. */
    public Path file() {
        return file;
    }

    /** Keys that stand in one of the two only, or with another text: {@code sip.trunks[carrier].host}. */
    public List<String> differingFrom(Written other) {
        TreeSet<String> keys = new TreeSet<>();
        Stream.concat(texts.keySet().stream(), other.texts.keySet().stream())
                .filter(key -> !Optional.ofNullable(texts.get(key)).equals(Optional.ofNullable(other.texts.get(key))))
                .forEach(keys::add);
        return List.copyOf(keys);
    }

    private void collect(Node node, String path, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        switch (node) {
            case ScalarNode text -> texts.merge(path, text.getValue(), (a, b) -> a + "\n" + b);
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key) {
                        collect(
                                tuple.getValueNode(),
                                path.isEmpty() ? key.getValue() : path + "." + key.getValue(),
                                depth + 1);
                    }
                }
            }
            case SequenceNode list -> list.getValue().forEach(item -> collect(item, path + nameOf(item), depth + 1));
            default -> {
                // an alias is resolved before
            }
        }
    }

    /** Entries of a list are told apart by their names: their numbers change when one is added. */
    private static String nameOf(Node item) {
        if (item instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && NAMES.contains(key.getValue())
                        && tuple.getValueNode() instanceof ScalarNode name) {
                    return "[" + name.getValue() + "]";
                }
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
