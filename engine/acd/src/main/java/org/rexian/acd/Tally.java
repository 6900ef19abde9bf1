package org.rexian.acd;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A running sum for each value of an enum. */
final class Tally<E extends Enum<E>> {

    private final Class<E> kind;
    private final EnumMap<E, long[]> sums;

    Tally(Class<E> kind) {
        this.kind = kind;
        sums = new EnumMap<>(kind);
        for (E value : kind.getEnumConstants()) {
            sums.put(value, new long[1]);
        }
    }

    void add(E value, long amount) {
        cell(value)[0] += amount;
    }

    long of(E value) {
        return cell(value)[0];
    }

    private long[] cell(E value) {
        return Objects.requireNonNull(sums.get(value));
    }

    /** Every value with its sum, as a copy. */
    Map<E, Long> view() {
        Map<E, Long> copy = new EnumMap<>(kind);
        sums.forEach((value, sum) -> copy.put(value, sum[0]));
        return Collections.unmodifiableMap(copy);
    }

    long digest() {
        long hash = sums.size();
        for (long[] sum : sums.values()) {
            hash = Digest.mix(hash, sum[0]);
        }
        return hash;
    }
}
