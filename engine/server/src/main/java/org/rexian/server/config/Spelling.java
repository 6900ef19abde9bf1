package org.rexian.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a misspelt word. */
final class Spelling {

    private Spelling() {}

    /** {@code did you mean X?} for the nearest of the known words, else the list of them. */
    static String hint(String word, Collection<String> known) {
        return nearest(word, known)
                .map(k -> "did you mean " + k + "?")
                .orElseGet(() -> known.isEmpty()
                        ? ""
                        : "known: "
                                + String.join(
                                        ", ", known.stream().sorted().limit(30).toList()));
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        String w = word.toLowerCase(Locale.ROOT).replace('_', '-');
        int bound = Math.max(1, Math.min(3, w.length() / 3));
        return known.stream()
                .filter(k -> distance(w, k.toLowerCase(Locale.ROOT)) <= bound)
                .min(Comparator.comparingInt((String k) -> distance(w, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Damerau-Levenshtein (optimal string alignment): inserts, removals, changes, swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
