package org.rexian.acd.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by number, without an object for each number: open addressing with linear probing. Every contact and every offer passes
 * through here once.
 *
 * @param <V> what is kept
 */
final class LongMap<V> {

    private long[] keys = new long[64];
    private @Nullable Object[] values = new Object[64];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    V get(long key) {
        return at(placeOf(key));
    }

    void put(long key, V value) {
        if (size >= keys.length / 2) {
            grow();
        }
        int place = placeOf(key);
        if (values[place] == null) {
            size++;
        }
        keys[place] = key;
        values[place] = value;
    }

    @Nullable
    V remove(long key) {
        int gap = placeOf(key);
        V removed = at(gap);
        if (removed == null) {
            return null;
        }
        size--;
        values[gap] = null;
        int mask = keys.length - 1;
        // Whoever stands behind the gap and was driven there from before it moves up, or could not be found any more.
        for (int i = (gap + 1) & mask; values[i] != null; i = (i + 1) & mask) {
            if (((i - home(keys[i])) & mask) >= ((i - gap) & mask)) {
                keys[gap] = keys[i];
                values[gap] = values[i];
                values[i] = null;
                gap = i;
            }
        }
        return removed;
    }

    /** In no order that means anything. */
    void forEach(Consumer<V> action) {
        for (int i = 0; i < values.length; i++) {
            V value = at(i);
            if (value != null) {
                action.accept(value);
            }
        }
    }

    /** In ascending order of their numbers. */
    List<V> inOrder() {
        long[] sorted = new long[size];
        int found = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != null) {
                sorted[found++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        List<V> ordered = new ArrayList<>(size);
        for (long key : sorted) {
            V value = get(key);
            if (value != null) {
                ordered.add(value);
            }
        }
        return ordered;
    }

    private int placeOf(long key) {
        int mask = keys.length - 1;
        int place = home(key);
        while (values[place] != null && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private int home(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    }

    @SuppressWarnings("unchecked")
    private @Nullable V at(int place) {
        return (V) values[place];
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] old = values;
        keys = new long[2 * oldKeys.length];
        values = new Object[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            Object value = old[i];
            if (value != null) {
                int place = placeOf(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = value;
            }
        }
    }
}
