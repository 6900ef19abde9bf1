package org.rexian.acd;

import java.util.List;

/**
 * Something wrong with an {@link AcdConfiguration}. An error keeps the whole configuration out; a warning does not.
 *
 * @param where names the entry for people, such as {@code queue sales} or {@code agent 1001}
 * @param path the entry as a file would write it, such as {@code queues[2].overflow[0].to}; lists count from 0
 * @param column in the text at {@code path}, from 1; 0 where the whole value is meant
 * @param word what is unknown where a name is, to be compared with {@code known}; empty otherwise
 */
public record ConfigurationProblem(
        Severity severity,
        String where,
        String path,
        int column,
        String message,
        String hint,
        String word,
        List<String> known) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Where in a configuration something stands: for people, and as a path. */
    record Spot(String where, String path) {

        static Spot of(String list, int index, String where) {
            return new Spot(where, list + "[" + index + "]");
        }

        Spot at(String key) {
            return new Spot(where, path + "." + key);
        }

        Spot at(String key, int index) {
            return new Spot(where, path + "." + key + "[" + index + "]");
        }
    }

    static ConfigurationProblem error(Spot spot, String message, String hint) {
        return new ConfigurationProblem(Severity.ERROR, spot.where(), spot.path(), 0, message, hint, "", List.of());
    }

    static ConfigurationProblem warning(Spot spot, String message, String hint) {
        return new ConfigurationProblem(Severity.WARNING, spot.where(), spot.path(), 0, message, hint, "", List.of());
    }

    /** The same at one column of a text. */
    ConfigurationProblem atColumn(int of) {
        return new ConfigurationProblem(severity, where, path, of, message, hint, word, known);
    }

    /** The same, where {@code unknown} may be a misspelt one of {@code names}. */
    ConfigurationProblem meant(String unknown, Iterable<String> names) {
        List<String> sorted = new java.util.ArrayList<>();
        names.forEach(sorted::add);
        sorted.sort(String::compareTo);
        return new ConfigurationProblem(severity, where, path, column, message, hint, unknown, List.copyOf(sorted));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
