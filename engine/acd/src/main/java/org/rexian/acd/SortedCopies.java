package org.rexian.acd;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Copies of maps in the order of their keys: {@code Map.of} keeps an order that changes from one JVM to the next. */
final class SortedCopies {

    private SortedCopies() {}

    static <V> Map<String, V> of(Map<String, V> map) {
        return map.size() < 2 ? Map.copyOf(map) : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
