package org.rexian.server;

/** Text from a stranger made fit for a log line or a terminal: no control characters, no escape sequences. */
public final class Printable {

    private static final int MAX = 500;

    private Printable() {}

    /** The text on one line: control, format and line-separating characters as {@code \\uXXXX}, cut at 500 characters. */
    public static String line(String text) {
        int end = Math.min(text.length(), MAX);
        for (int i = 0; i < end; i++) {
            if (unfit(text.charAt(i))) {
                return escaped(text, end);
            }
        }
        return end == text.length() ? text : text.substring(0, end) + "…";
    }

    private static String escaped(String text, int end) {
        StringBuilder out = new StringBuilder(end + 16);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (unfit(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return end == text.length() ? out.toString() : out.append('…').toString();
    }

    private static boolean unfit(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
