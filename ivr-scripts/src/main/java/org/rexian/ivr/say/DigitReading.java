package org.rexian.ivr.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digits one by one, with a short silence between groups where the length has a usual grouping (139 0013 8000).
 *
 * @param pieceOf the piece of each character
 * @param groups for a length, how many characters stand in each group
 */
record DigitReading(Map<Character, String> pieceOf, String pause, Map<Integer, List<Integer>> groups) {

    /** Longer than any number or ticket, and short enough that a caller's input can't talk for hours. */
    private static final int MAX_LENGTH = 64;

    Optional<List<String>> say(String value) {
        String digits = value.replaceAll("[ -]", "");
        if (digits.isEmpty() || digits.length() > MAX_LENGTH) return Optional.empty();
        List<Integer> grouping = groups.getOrDefault(digits.length(), List.of());
        List<String> said = new ArrayList<>();
        int group = 0;
        int left = grouping.isEmpty() ? digits.length() : grouping.get(0);
        for (int i = 0; i < digits.length(); i++) {
            String piece = pieceOf.get(digits.charAt(i));
            if (piece == null) return Optional.empty();
            if (left == 0) {
                said.add(pause);
                left = grouping.get(++group);
            }
            said.add(piece);
            left--;
        }
        return Optional.of(List.copyOf(said));
    }

    Set<String> pieces() {
        return Stream.concat(pieceOf.values().stream(), Stream.of(pause)).collect(Collectors.toUnmodifiableSet());
    }
}
