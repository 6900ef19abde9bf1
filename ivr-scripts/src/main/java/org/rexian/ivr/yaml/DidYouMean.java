package org.rexian.ivr.yaml;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known name that a mistyped one stands for. */
public final class DidYouMean {

    private DidYouMean() {}

    /** The nearest candidate, if at most a third of its letters differ. */
    public static Optional<String> closest(String name, Stream<String> candidates) {
        return candidates
                .map(candidate -> new Scored(candidate, distance(name, candidate)))
                .filter(scored -> scored.distance()
                        <= Math.max(1, Math.min(3, scored.name().length() / 3)))
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /** {@code did you mean X?}, or nothing. */
    public static String hint(String name, Stream<String> candidates) {
        return closest(name, candidates)
                .map(found -> "did you mean " + found + "?")
                .orElse("");
    }

    private record Scored(String name, int distance) {}

    /** Levenshtein's distance; names beyond 64 characters are far from everything. */
    private static int distance(String a, String b) {
        if (a.length() > 64 || b.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
