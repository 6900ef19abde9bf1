package org.rexian.ivr.expr;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rexian.ivr.yaml.DidYouMean;

/** The CEL compiler's words, said for an administrator. */
record ExpressionMessage(String message, String hint) {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    static ExpressionMessage of(String raw, String text, Scope scope) {
        Matcher undeclared = UNDECLARED.matcher(raw);
        if (undeclared.matches()) {
            return unknown(undeclared.group(1), text, scope);
        }
        Matcher overload = OVERLOAD.matcher(raw);
        if (overload.matches()) {
            String operator = overload.group(1).replace("_", "").replace("@", "");
            return new ExpressionMessage(
                    "type error: `" + operator + "` does not fit " + words(overload.group(2)) + " in `" + text + "`",
                    "both sides must be of one type; int(…) and string(…) convert");
        }
        String first = raw.lines()
                .findFirst()
                .orElse(raw)
                .replaceFirst(" expecting .*", "")
                .strip();
        return new ExpressionMessage("not an expression: `" + text + "`: " + first, "");
    }

    private static ExpressionMessage unknown(String name, String text, Scope scope) {
        Pattern longer = Pattern.compile("\\b" + Pattern.quote(name) + "(\\.[A-Za-z_][A-Za-z0-9_]*)?(?!\\w*\\()");
        Matcher matcher = longer.matcher(text);
        String full = (name.equals("call") || name.equals("queue")) && matcher.find() ? matcher.group() : name;
        Optional<String> close = DidYouMean.closest(full, scope.names());
        String hint = close.map(candidate -> "did you mean " + candidate + "?")
                .orElse(
                        full.contains(".")
                                ? "attributes are declared in hotline.yaml"
                                : "declare it under variables; a text has quotes of its own: \"'" + full + "'\"");
        boolean function =
                Pattern.compile(Pattern.quote(name) + "\\s*\\(").matcher(text).find();
        return new ExpressionMessage("unknown " + (function ? "function " : "variable ") + full, function ? "" : hint);
    }

    private static String words(String types) {
        return types.replace("(", "")
                .replace(")", "")
                .replace("string", ValueType.TEXT.words())
                .replace("int", ValueType.WHOLE.words())
                .replace("double", ValueType.NUMBER.words())
                .replace("bool", ValueType.TRUTH.words())
                .replace(", ", " and ");
    }
}
