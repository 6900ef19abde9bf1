package org.rexian.ivr.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a requirement, split as the router splits them; columns count characters from 0. */
final class RequirementTokens {

    private static final Set<String> PAIRS = Set.of(">=", "<=", "==", "!=", "=>", "..", "&&", "||");
    private static final int TSHEG = 0x0F0B; // stands between the syllables of a Tibetan name

    /** A quoted text keeps its quotes, so that it is no other word; the last word is empty. */
    record Token(String text, int column) {

        boolean isEnd() {
            return text.isEmpty();
        }

        /** A quoted text that is closed. */
        boolean isText() {
            return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        }

        boolean isNumber() {
            return !isEnd() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        boolean isName() {
            return !isEnd() && isNamePart(text.codePointAt(0)) && !isNumber();
        }
    }

    private RequirementTokens() {}

    static List<Token> split(String text) {
        int[] points = text.codePoints().toArray();
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < points.length) {
            int end = Character.isWhitespace(points[at]) ? at : end(points, at);
            if (end > at) {
                tokens.add(new Token(new String(points, at, end - at), at));
            }
            at = Math.max(end, at + 1);
        }
        tokens.add(new Token("", points.length));
        return tokens;
    }

    private static int end(int[] points, int at) {
        if (points[at] == '"') {
            int end = at + 1;
            while (end < points.length && points[end] != '"') {
                end++;
            }
            return Math.min(end + 1, points.length);
        }
        if (isNamePart(points[at])) {
            return endOfName(points, at);
        }
        boolean pair = at + 1 < points.length && PAIRS.contains(new String(points, at, 2));
        return pair ? at + 2 : at + 1;
    }

    /** Dots and hyphens belong to a name only between its parts: {@code 2..5} is three words. */
    private static int endOfName(int[] points, int at) {
        int end = at + 1;
        while (end < points.length) {
            boolean joint = (points[end] == '.' || points[end] == '-')
                    && end + 1 < points.length
                    && isNamePart(points[end + 1]);
            if (!joint && !isNamePart(points[end])) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isNamePart(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || point == '_'
                || point == TSHEG
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
