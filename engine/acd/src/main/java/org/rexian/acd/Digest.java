package org.rexian.acd;

/** Folds values into 64 bits, the same on every machine: never {@code hashCode} of an enum or a record of enums. */
final class Digest {

    private Digest() {}

    static long mix(long hash, long value) {
        long z = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return z ^ (z >>> 29);
    }

    static long mix(long hash, String text) {
        long result = mix(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            result = mix(result, text.charAt(i));
        }
        return result;
    }

    static long mix(long hash, long[] values) {
        long result = mix(hash, values.length);
        for (long value : values) {
            result = mix(result, value);
        }
        return result;
    }
}
