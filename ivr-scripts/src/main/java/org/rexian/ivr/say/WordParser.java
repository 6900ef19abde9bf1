package org.rexian.ivr.say;

import java.util.ArrayList;
import java.util.List;

/** Reads a body such as {@code <count 1000 [>below-1000]}. The brackets don't nest. */
final class WordParser {

    private final String prefix;

    WordParser(String prefix) {
        this.prefix = prefix;
    }

    List<Word> parse(String body) {
        int open = body.indexOf('[');
        if (open < 0) return words(body);
        int close = body.indexOf(']', open);
        if (close < 0) throw new IllegalArgumentException("no ] in: " + body);
        String inside = body.substring(open + 1, close);
        int bar = inside.indexOf('|');
        List<Word> words = new ArrayList<>(words(body.substring(0, open)));
        words.add(
                bar < 0
                        ? new Word.IfRest(words(inside), List.of())
                        : new Word.IfRest(words(inside.substring(0, bar)), words(inside.substring(bar + 1))));
        words.addAll(words(body.substring(close + 1)));
        return List.copyOf(words);
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) words.add(word(word));
        }
        return List.copyOf(words);
    }

    private Word word(String word) {
        int colon = word.indexOf(':');
        if (colon > 0) return new Word.Field(word.substring(0, colon), word.substring(colon + 1));
        return switch (word.charAt(0)) {
            case '<' -> new Word.Count(word.substring(1));
            case '>' -> new Word.Rest(word.substring(1));
            case '=' -> new Word.Same(word.substring(1));
            default -> new Word.Piece(prefix + word);
        };
    }
}
