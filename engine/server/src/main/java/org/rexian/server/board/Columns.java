package org.rexian.server.board;

/** Widths of text on a terminal, where a Chinese character takes two columns. */
final class Columns {

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** Exactly so many columns: cut or filled with spaces. */
    static String pad(String text, int columns) {
        String fitting = cut(text, columns);
        return fitting + " ".repeat(columns - width(fitting));
    }

    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int next = width(text.codePointAt(i));
            if (used + next > columns - 1) {
                break;
            }
            out.appendCodePoint(text.codePointAt(i));
            used += next;
        }
        return columns > 0 ? out.append('…').toString() : "";
    }

    private static int width(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> 2;
            default -> fullWidth(character) ? 2 : combining(character) ? 0 : 1;
        };
    }

    private static boolean fullWidth(int character) {
        return (character >= 0x3000 && character <= 0x303f) || (character >= 0xff01 && character <= 0xff60);
    }

    private static boolean combining(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
