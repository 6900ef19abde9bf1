package org.rexian.server.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The way to a node by keys and numbers, such as {@code queues[2].overflow[0].to}; lists count from 0. */
final class NodePath {

    /** Line and column, from 0. */
    record Spot(int line, int column) {

        static Spot of(Optional<Mark> mark) {
            return new Spot(
                    mark.map(Mark::getLine).orElse(0), mark.map(Mark::getColumn).orElse(0));
        }
    }

    /** @param whole false where the way ends before its end: the file says nothing there */
    record Found(Node node, boolean whole) {}

    private NodePath() {}

    /** The node at the end, or the last one on the way that is there. */
    static Found find(Node from, String path) {
        Node node = from;
        for (String step : path.replace("[", ".[").split("\\.", 0)) {
            Optional<Node> next = step.startsWith("[")
                    ? item(node, Integer.parseInt(step.substring(1, step.length() - 1)))
                    : value(node, step);
            if (next.isEmpty()) {
                return new Found(node, false);
            }
            node = next.get();
        }
        return new Found(node, true);
    }

    /** A single value where a list may stand is its only item. */
    private static Optional<Node> item(Node node, int index) {
        if (!(node instanceof SequenceNode list)) {
            return index == 0 ? Optional.of(node) : Optional.empty();
        }
        return index < list.getValue().size() ? Optional.of(list.getValue().get(index)) : Optional.empty();
    }

    private static Optional<Node> value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    /** Where a column, from 1, of a text stands that the file writes as one value or as a list of clauses; 0 for the whole. */
    static Spot spot(Node node, int column) {
        List<Node> clauses = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        int left = column;
        for (Node clause : clauses) {
            if (column > 0 && clause instanceof ScalarNode text) {
                int length = text.getValue().codePointCount(0, text.getValue().length());
                if (left <= length + 1) {
                    return inside(text, left);
                }
                left -= length + QueueTable.CLAUSES.length();
            }
        }
        return Spot.of(node.getStartMark());
    }

    /** Exact in a text on one line, be it plain or in quotes without escapes. */
    private static Spot inside(ScalarNode text, int column) {
        Spot start = Spot.of(text.getStartMark());
        boolean plain = text.getScalarStyle() == ScalarStyle.PLAIN;
        boolean block = text.getScalarStyle() == ScalarStyle.FOLDED || text.getScalarStyle() == ScalarStyle.LITERAL;
        return block ? start : new Spot(start.line(), start.column() + column - (plain ? 1 : 0));
    }
}
