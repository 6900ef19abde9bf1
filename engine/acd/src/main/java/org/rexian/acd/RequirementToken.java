package org.rexian.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One word, number, quoted text or sign of a requirement; {@code column} counts characters (code points) from 1. */
record RequirementToken(Kind kind, String text, int column) {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        OPERATOR,
        SIGN,
        UNKNOWN,
        END
    }

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in");
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("=", "write \"==\""),
            Map.entry("=>", "write \">=\""),
            Map.entry("&&", "write \"and\""),
            Map.entry("&", "write \"and\""),
            Map.entry("||", "write \"or\""),
            Map.entry("|", "write \"or\""),
            Map.entry(",", "write \"and\" or \"or\""),
            Map.entry("，", "write \"and\" or \"or\""),
            Map.entry("；", "use the ASCII semicolon \";\""),
            Map.entry("：", "use the ASCII colon \":\""),
            Map.entry("!", "write \"not\""),
            Map.entry("≥", "write \">=\""),
            Map.entry("≤", "write \"<=\""),
            Map.entry("（", "use the ASCII parenthesis \"(\""),
            Map.entry("）", "use the ASCII parenthesis \")\""),
            Map.entry("“", "use the straight quote \""),
            Map.entry("”", "use the straight quote \""),
            Map.entry("\"", "close the text with \""),
            Map.entry("'", "use double quotes"));

    private static final int TSHEG = 0x0F0B; // stands between the syllables of a Tibetan name

    boolean is(String expected) {
        return kind != Kind.TEXT && text.equals(expected);
    }

    boolean isReserved() {
        return RESERVED.contains(text);
    }

    /** What to write instead, where the slip is a usual one. */
    Optional<String> remedy() {
        if (kind == Kind.WORD && RESERVED.contains(text.toLowerCase(Locale.ROOT)) && !isReserved()) {
            return Optional.of("write \"" + text.toLowerCase(Locale.ROOT) + "\" in small letters");
        }
        return kind == Kind.TEXT ? Optional.empty() : Optional.ofNullable(REMEDIES.get(text));
    }

    /** All tokens of a text, the last one {@link Kind#END}. */
    static List<RequirementToken> split(String text) {
        int[] points = text.codePoints().toArray();
        List<RequirementToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < points.length) {
            if (Character.isWhitespace(points[at])) {
                at++;
                continue;
            }
            int end = endOfToken(points, at);
            tokens.add(token(points, at, end));
            at = end;
        }
        tokens.add(new RequirementToken(Kind.END, "", points.length + 1));
        return tokens;
    }

    private static RequirementToken token(int[] points, int at, int end) {
        String text = new String(points, at, end - at);
        int column = at + 1;
        if (points[at] == '"') {
            boolean closed = end - at >= 2 && points[end - 1] == '"';
            return closed
                    ? new RequirementToken(Kind.TEXT, text.substring(1, text.length() - 1), column)
                    : new RequirementToken(Kind.UNKNOWN, "\"", column);
        }
        if (isNamePart(points[at])) {
            boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
            return new RequirementToken(digits ? Kind.NUMBER : Kind.WORD, text, column);
        }
        return switch (text) {
            case "(", ")", "..", ":", ";" -> new RequirementToken(Kind.SIGN, text, column);
            case ">=", ">", "<=", "<", "==", "!=", "=", "=>" -> new RequirementToken(Kind.OPERATOR, text, column);
            default -> new RequirementToken(Kind.UNKNOWN, text, column);
        };
    }

    private static int endOfToken(int[] points, int at) {
        if (points[at] == '"') {
            return endOfText(points, at);
        }
        if (isNamePart(points[at])) {
            return endOfName(points, at);
        }
        if (at + 1 < points.length) {
            String pair = new String(points, at, 2);
            if (Set.of(">=", "<=", "==", "!=", "=>", "..", "&&", "||").contains(pair)) {
                return at + 2;
            }
        }
        return at + 1;
    }

    private static int endOfText(int[] points, int at) {
        int end = at + 1;
        while (end < points.length && points[end] != '"') {
            end++;
        }
        return Math.min(end + 1, points.length);
    }

    /** Dots and hyphens belong to a name only between its parts: {@code 2..5} is three tokens. */
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
        return Character.isLetterOrDigit(point)
                || point == '_'
                || point == TSHEG
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
