package org.rexian.server.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mapping in the file: its keys, and the mappings below it.
 *
 * @param name its key in the mapping above, empty for the whole file
 * @param repeated whether the file holds a list of such mappings
 */
record Table(String name, boolean repeated, String purpose, List<Key<?>> keys, List<Table> tables) {

    static Table one(String name, String purpose, List<Key<?>> keys, Table... tables) {
        return new Table(name, false, purpose, List.copyOf(keys), List.of(tables));
    }

    static Table listOf(String name, String purpose, List<Key<?>> keys, Table... tables) {
        return new Table(name, true, purpose, List.copyOf(keys), List.of(tables));
    }

    /** Every name that may stand in this mapping. */
    List<String> names() {
        return Stream.concat(keys.stream().map(Key::name), tables.stream().map(Table::name))
                .toList();
    }
}
