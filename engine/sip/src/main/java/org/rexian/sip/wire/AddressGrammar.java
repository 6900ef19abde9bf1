package org.rexian.sip.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * name-addr and addr-spec with header parameters (RFC 3261 §20.10, §25.1), strictly: no guessing where a quote or a bracket
 * was meant to be, since two elements that guess differently see two different callers.
 */
final class AddressGrammar {
    private AddressGrammar() {}

    static Optional<NameAddress> address(String value) {
        String text = value.trim();
        if (text.startsWith("\"")) {
            int close = Quotes.end(text, 0);
            return close < 0
                    ? Optional.empty()
                    : bracketed(
                            Quotes.unquote(text.substring(0, close + 1)),
                            text.substring(close + 1).trim());
        }
        int open = text.indexOf('<');
        if (open < 0) {
            return plain(text);
        }
        String display = text.substring(0, open).trim();
        return isTokens(display) ? bracketed(display, text.substring(open)) : Optional.empty();
    }

    private static Optional<NameAddress> bracketed(String display, String text) {
        int close = text.indexOf('>');
        if (!text.startsWith("<") || close < 0) {
            return Optional.empty();
        }
        return assemble(
                display, text.substring(1, close), text.substring(close + 1).trim());
    }

    /** Without brackets, parameters are the header's, and the URI may hold neither comma nor question mark (§20.10). */
    private static Optional<NameAddress> plain(String text) {
        int semicolon = text.indexOf(';');
        String uri = (semicolon < 0 ? text : text.substring(0, semicolon)).trim();
        if (uri.indexOf('?') >= 0 || uri.indexOf(',') >= 0) {
            return Optional.empty();
        }
        return assemble("", uri, semicolon < 0 ? "" : text.substring(semicolon));
    }

    private static Optional<NameAddress> assemble(String display, String uriText, String paramText) {
        Optional<SipUri> uri = Grammar.uri(uriText);
        Optional<Map<String, String>> params = params(paramText);
        return uri.isPresent() && params.isPresent()
                ? Optional.of(new NameAddress(display, uri.get(), params.get()))
                : Optional.empty();
    }

    /** {@code ;name=value;name}: each must be there; values are kept as written, quotes and all. */
    static Optional<Map<String, String>> params(String text) {
        if (text.isEmpty()) {
            return Optional.of(Map.of());
        }
        if (text.charAt(0) != ';') {
            return Optional.empty();
        }
        Map<String, String> params = new LinkedHashMap<>(4);
        int from = 1;
        while (from <= text.length()) {
            int end = Quotes.find(text, ';', from);
            if (end < 0 || !param(text.substring(from, end).trim(), params)) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.of(params);
    }

    private static boolean param(String text, Map<String, String> into) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals).trim();
        String value = equals < 0 ? "" : text.substring(equals + 1).trim();
        if (!Text.isToken(name) || (equals >= 0 && !isValue(value))) {
            return false;
        }
        String key = name.toLowerCase(Locale.ROOT);
        // A second tag could be read by one element and the first by another; a tag without value gets a second one in
        // the answer.
        boolean isTag = key.equals("tag");
        return !(isTag && value.isEmpty()) && (into.put(key, value) == null || !isTag);
    }

    private static boolean isValue(String value) {
        if (value.startsWith("\"")) {
            return Quotes.end(value, 0) == value.length() - 1;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == ',' || c == 127) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** Tokens and space, or nothing; letters beyond ASCII are let through: half of the world's phones leave the quotes out. */
    private static boolean isTokens(String display) {
        for (int i = 0; i < display.length(); i++) {
            char c = display.charAt(i);
            if (c < 128 && c != ' ' && c != '\t' && !Text.isTokenChar(c)) {
                return false;
            }
        }
        return true;
    }
}
