package org.rexian.media.sdp;

import java.util.ArrayList;
import java.util.List;

/** The small scans that reading a description is made of. By hand: {@code String.matches} and {@code split} compile an expression a call. */
final class Scan {

    private Scan() {}

    /** From {@code min} to {@code max} ASCII digits and nothing else. */
    static boolean digits(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && span(text, 0, "") == text.length();
    }

    /** Four groups of one to three digits: an IPv4 address as SDP writes it, if each is below 256. */
    static boolean dottedQuad(String text) {
        int from = 0;
        for (int group = 0; group < 4; group++) {
            int end = span(text, from, "");
            boolean last = group == 3;
            boolean separated = last ? end == text.length() : end < text.length() && text.charAt(end) == '.';
            if (end == from || end - from > 3 || !separated) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    /** Hexadecimal digits, colons and dots, at least one colon among them. */
    static boolean looksLikeIpv6(String text) {
        return text.indexOf(':') >= 0 && span(text, 0, "abcdefABCDEF:.") == text.length();
    }

    private static int span(String text, int from, String alsoAllowed) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || alsoAllowed.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What stands between runs of spaces; an empty first field when it begins with one. */
    static String[] fields(String text) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        while (true) {
            int space = text.indexOf(' ', from);
            if (space < 0) {
                fields.add(text.substring(from));
                return fields.toArray(String[]::new);
            }
            fields.add(text.substring(from, space));
            from = space;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
        }
    }

    /** Lines without their ends, CR LF or LF alone; what follows {@code max} lines stays one piece behind them. */
    static List<String> lines(String text, int max) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        int end = text.indexOf('\n');
        while (end >= 0 && lines.size() < max) {
            boolean crlf = end > from && text.charAt(end - 1) == '\r';
            lines.add(text.substring(from, crlf ? end - 1 : end));
            from = end + 1;
            end = text.indexOf('\n', from);
        }
        lines.add(text.substring(from));
        return lines;
    }
}
