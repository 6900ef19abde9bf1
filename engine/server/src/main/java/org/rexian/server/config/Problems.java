package org.rexian.server.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects every mistake of one file, so that the operator mends them in one go. */
final class Problems {

    private static final int MAX = 200;

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Optional<Mark> mark, String what, String hint) {
        if (found.size() < MAX) {
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            int column = mark.map(Mark::getColumn).orElse(0) + 1;
            found.add(new Problem(file, line, column, what, hint));
        }
    }

    /** In the order of the file. */
    List<Problem> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
