package org.rexian.ivr.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word of an expression, as CEL reads it: texts come without their quotes, and only plain ones are known. */
record ExpressionToken(Kind kind, String text) {

    enum Kind {
        WORD,
        WHOLE,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /** An expression of more words than this is left to CEL, whose limits to its own nesting then hold. */
    private static final int MOST = 60;

    /** No escapes, no prefixes, no text of three quotes, no exponents: whatever is not here is left to CEL. */
    private static final Pattern TOKEN = Pattern.compile(
            "[ \\t\\n\\r\\f]*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*+)(?!['\"])|(?<number>[0-9]++\\.[0-9]++)(?![A-Za-z0-9_.])"
                    + "|(?<whole>[0-9]++)(?![A-Za-z0-9_])|(?!'''|\"\"\")(?:'(?<single>[^'\\\\\\n\\r]*+)'|\"(?<double>[^\"\\\\\\n\\r]*+)\")"
                    + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!?:+*().,\\[\\]-]))");

    private static final Pattern BLANK = Pattern.compile("[ \\t\\n\\r\\f]*");

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
    }

    /** All words, the last one {@link Kind#END}; empty if something unknown is among them. */
    static Optional<List<ExpressionToken>> split(String text) {
        List<ExpressionToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (tokens.size() <= MOST && matcher.region(at, text.length()).lookingAt()) {
            tokens.add(token(matcher));
            at = matcher.end();
        }
        boolean all = BLANK.matcher(text).region(at, text.length()).matches();
        tokens.add(new ExpressionToken(Kind.END, ""));
        return all && tokens.size() <= MOST ? Optional.of(tokens) : Optional.empty();
    }

    private static ExpressionToken token(Matcher found) {
        if (found.start("word") >= 0) {
            return new ExpressionToken(Kind.WORD, found.group("word"));
        }
        if (found.start("number") >= 0) {
            return new ExpressionToken(Kind.NUMBER, found.group("number"));
        }
        if (found.start("whole") >= 0) {
            return new ExpressionToken(Kind.WHOLE, found.group("whole"));
        }
        if (found.start("sign") >= 0) {
            return new ExpressionToken(Kind.SIGN, found.group("sign"));
        }
        String quotes = found.start("single") >= 0 ? "single" : "double";
        return new ExpressionToken(Kind.TEXT, found.group(quotes));
    }
}
