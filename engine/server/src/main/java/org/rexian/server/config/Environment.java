package org.rexian.server.config;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts environment variables in for {@code ${env:NAME}}, so that a secret need not stand in the file. */
final class Environment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}");

    private Environment() {}

    static String expand(String text, UnaryOperator<@Nullable String> environment) throws Unfit {
        if (!text.contains("${")) {
            return text;
        }
        Matcher m = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (m.find()) {
            String value = environment.apply(m.group(1));
            if (value == null) {
                throw new Unfit(
                        "environment variable " + m.group(1) + " is not set",
                        "export " + m.group(1) + " before the start");
            }
            out.append(text, from, m.start()).append(value);
            from = m.end();
        }
        String rest = text.substring(from);
        if (rest.contains("${")) {
            throw new Unfit("'" + text + "' holds an unknown ${...}", "only ${env:NAME} is known");
        }
        return out.append(rest).toString();
    }
}
