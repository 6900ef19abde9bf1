package org.rexian.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects every mistake of one file, so that the operator mends them in one go; and what only deserves a warning. */
final class Problems {

    private static final int MAX = 200;

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Optional<Mark> mark, String what, String hint) {
        add(NodePath.Spot.of(mark), what, hint, false);
    }

    void add(NodePath.Spot spot, String what, String hint, boolean warning) {
        Set<Problem> to = warning ? warnings : found;
        if (to.size() < MAX) {
            to.add(new Problem(file, spot.line() + 1, spot.column() + 1, what, hint));
        }
    }

    /** In the order of the file. */
    List<Problem> all() {
        return sorted(found);
    }

    /** In the order of the file. */
    List<Problem> warnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(Collection<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
