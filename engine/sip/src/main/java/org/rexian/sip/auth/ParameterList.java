package org.rexian.sip.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code Scheme name=token, name="quoted \" text", ...} by one pass. A stranger's text: bounded, and never throws. */
final class ParameterList {
    private static final int MAX_PARAMETERS = 32;

    private final String text;
    private int at;

    private ParameterList(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Names are in lower case; of a name given twice, nothing is returned: such a header is an attack or broken. */
    static Optional<Map<String, String>> parse(String headerValue, String scheme) {
        String s = headerValue.strip();
        int after = scheme.length();
        if (s.length() <= after || !s.regionMatches(true, 0, scheme, 0, after) || s.charAt(after) > ' ') {
            return Optional.empty();
        }
        return new ParameterList(s, after).read();
    }

    private Optional<Map<String, String>> read() {
        Map<String, String> found = new HashMap<>();
        while (true) {
            skipSpaceAndCommas();
            if (at == text.length()) {
                return Optional.of(found);
            }
            int equals = text.indexOf('=', at);
            if (equals < 0 || found.size() == MAX_PARAMETERS) {
                return Optional.empty();
            }
            String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            at = equals + 1;
            Optional<String> value = value();
            if (value.isEmpty() || found.put(name, value.get()) != null) {
                return Optional.empty();
            }
        }
    }

    private void skipSpaceAndCommas() {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
            at++;
        }
    }

    private Optional<String> value() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            return quoted();
        }
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String token = text.substring(at, end).strip();
        at = end;
        return Optional.of(token);
    }

    private Optional<String> quoted() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return Optional.of(out.toString());
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            out.append(c);
        }
        return Optional.empty();
    }

    /** {@code value} between quotes, safe inside a header: quotes and backslashes escaped, control characters gone. */
    static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            if (c >= ' ' && c != 0x7f) {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
