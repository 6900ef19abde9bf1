package org.rexian.ivr.parse;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rexian.ivr.yaml.Problems;
import org.rexian.ivr.yaml.YamlNode.Text;

/** What things may be called. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern PROMPT = Pattern.compile("[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*){0,3}");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,63}");
    private static final Set<String> STEP_WORDS = Set.of("return", "repeat");
    private static final Set<String> CEL_WORDS = Set.of(
            "in",
            "true",
            "false",
            "null",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "call",
            "queue",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "size",
            "has",
            "dyn",
            "null_type");

    private Names() {}

    /** A flow, step, queue, outcome. */
    static Optional<String> plain(String what, Text text, Problems problems) {
        return matching(NAME, what, text, "lower-case letters, digits and -", problems);
    }

    static Optional<String> step(Text text, Problems problems) {
        if (STEP_WORDS.contains(text.value())) {
            problems.error(text.at(), "a step can't be called " + text.value(), "the word has a meaning of its own");
            return Optional.empty();
        }
        return plain("a step", text, problems);
    }

    static Optional<String> prompt(Text text, Problems problems) {
        return matching(PROMPT, "a prompt", text, "lower-case letters, digits, - and /, without .wav", problems)
                .filter(name -> name.length() <= 128);
    }

    /** A variable or attribute: it stands in expressions. */
    static Optional<String> variable(String what, Text text, Problems problems) {
        if (CEL_WORDS.contains(text.value())) {
            problems.error(
                    text.at(), what + " can't be called " + text.value(), "the word has a meaning in expressions");
            return Optional.empty();
        }
        return matching(VARIABLE, what, text, "letters, digits and _, a letter first", problems);
    }

    private static Optional<String> matching(Pattern pattern, String what, Text text, String hint, Problems problems) {
        if (pattern.matcher(text.value()).matches()) {
            return Optional.of(text.value());
        }
        problems.error(text.at(), what + " can't be called " + text.value(), hint);
        return Optional.empty();
    }
}
