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

    /** Letters to change, add, drop, or swap with the next; names beyond 64 characters are far from everything. */
    private static int distance(String a, String b) {
        if (a.length() > 64 || b.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cell(String a, String b, int i, int j, int[][] cost) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
