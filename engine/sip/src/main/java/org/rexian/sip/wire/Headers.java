package org.rexian.sip.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Header lines in order, names canonical ({@link HeaderNames}), values unfolded and trimmed. Two arrays: a message has a dozen
 * lines, and walking them is cheaper than any map.
 */
final class Headers {
    private String[] names;
    private String[] values;
    private int size;

    Headers(int capacity) {
        names = new String[capacity];
        values = new String[capacity];
    }

    int size() {
        return size;
    }

    String name(int index) {
        return names[index];
    }

    String value(int index) {
        return values[index];
    }

    void add(String name, String value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    void insert(int at, String name, String value) {
        add(name, value);
        System.arraycopy(names, at, names, at + 1, size - 1 - at);
        System.arraycopy(values, at, values, at + 1, size - 1 - at);
        names[at] = name;
        values[at] = value;
    }

    void set(String name, String value) {
        int at = indexOf(name);
        if (at < 0) {
            add(name, value);
            return;
        }
        values[at] = value;
        removeFrom(name, at + 1);
    }

    void remove(String name) {
        removeFrom(name, 0);
    }

    Optional<String> first(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    int indexOf(String name) {
        for (int i = 0; i < size; i++) {
            if (same(names[i], name)) {
                return i;
            }
        }
        return -1;
    }

    int count(String name) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (same(names[i], name)) {
                count++;
            }
        }
        return count;
    }

    void forEach(String name, Consumer<String> each) {
        for (int i = 0; i < size; i++) {
            if (same(names[i], name)) {
                each.accept(values[i]);
            }
        }
    }

    void copyTo(String name, Headers target) {
        for (int i = 0; i < size; i++) {
            if (same(names[i], name)) {
                target.add(names[i], values[i]);
            }
        }
    }

    Headers copy() {
        Headers copy = new Headers(size + 2);
        for (int i = 0; i < size; i++) {
            copy.add(names[i], values[i]);
        }
        return copy;
    }

    void require(String... required) {
        for (String name : required) {
            if (indexOf(name) < 0) {
                throw new IllegalStateException("header missing: " + name);
            }
        }
    }

    private void removeFrom(String name, int from) {
        int kept = from;
        for (int i = from; i < size; i++) {
            if (!same(names[i], name)) {
                names[kept] = names[i];
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    /** Canonical names are interned, so the first test nearly always decides. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(String mine, String asked) {
        return mine == asked || (mine.length() == asked.length() && mine.equalsIgnoreCase(asked));
    }
}
