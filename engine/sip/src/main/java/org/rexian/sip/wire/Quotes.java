package org.rexian.sip.wire;

/** Quoted strings (RFC 3261 §25.1) and finding what stands outside of them. */
final class Quotes {
    private Quotes() {}

    /** Index of the quote that closes the one at {@code open}, -1 when there is none. */
    static int end(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }

    /** Index of the next {@code sought} outside quotes and angle brackets, the length when there is none, -1 when they don't close. */
    static int find(String text, char sought, int from) {
        boolean inBrackets = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && !inBrackets) {
                i = end(text, i);
                if (i < 0) {
                    return -1;
                }
            } else if (c == '<') {
                inBrackets = true;
            } else if (c == '>') {
                inBrackets = false;
            } else if (c == sought && !inBrackets) {
                return i;
            }
        }
        return inBrackets ? -1 : text.length();
    }

    /** The plain text of a whole quoted string. */
    static String unquote(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder plain = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                c = inner.charAt(++i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
