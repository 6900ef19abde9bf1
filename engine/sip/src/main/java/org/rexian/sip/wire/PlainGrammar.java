package org.rexian.sip.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The plain cases of URI and Via, which are nearly all there are, at a tenth of {@link JainGrammar}'s price. Whatever holds an escape, a
 * password, IPv6, a quote, a space or anything else out of the ordinary is empty here and left to JAIN; a differential test
 * holds the two together.
 */
final class PlainGrammar {
    private PlainGrammar() {}

    static Optional<SipUri> sipUri(String scheme, String text) {
        int from = scheme.length() + 1;
        int at = text.indexOf('@', from);
        String user = at < 0 ? "" : text.substring(from, at);
        int host = at < 0 ? from : at + 1;
        int hostEnd = nameEnd(text, host);
        int portEnd = portEnd(text, hostEnd);
        if (portEnd < 0 || hostEnd == host || (at >= 0 && !isWord(user))) {
            return Optional.empty();
        }
        int port = Grammar.port(portEnd > hostEnd ? text.substring(hostEnd + 1, portEnd) : "");
        Optional<Map<String, String>> params = params(text, portEnd);
        if (params.isEmpty() || (portEnd > hostEnd && port == 0)) {
            return Optional.empty();
        }
        String hostName = text.substring(host, hostEnd).toLowerCase(Locale.ROOT);
        return Optional.of(new SipUri(scheme, user, hostName, port, params.get(), "", text));
    }

    static Optional<List<Via>> via(String line) {
        int space = line.indexOf(' ');
        if (!line.startsWith("SIP/2.0/") || space < 9) {
            return Optional.empty();
        }
        String transport = line.substring(8, space);
        int hostEnd = nameEnd(line, space + 1);
        int portEnd = portEnd(line, hostEnd);
        if (portEnd < 0 || hostEnd == space + 1 || !isWord(transport)) {
            return Optional.empty();
        }
        int port = Grammar.port(portEnd > hostEnd ? line.substring(hostEnd + 1, portEnd) : "");
        Optional<Map<String, String>> params = params(line, portEnd);
        boolean plain = params.isPresent()
                && (portEnd == hostEnd || port != 0)
                && !params.get().getOrDefault("branch", "none").isEmpty()
                && !params.get().containsKey("ttl")
                && !params.get().containsKey("maddr")
                && !params.get().containsKey("received");
        return plain
                ? Optional.of(List.of(new Via(
                        transport.toUpperCase(Locale.ROOT), line.substring(space + 1, hostEnd), port, params.get())))
                : Optional.empty();
    }

    /** Where a host name or IPv4 address ends; its own beginning when there is none. */
    private static int nameEnd(String text, int from) {
        int i = from;
        while (i < text.length()
                && (isAlphanumeric(text.charAt(i)) || (i > from && "-.".indexOf(text.charAt(i)) >= 0))) {
            i++;
        }
        return i > from && isAlphanumeric(text.charAt(i - 1)) ? i : from;
    }

    /** Where the port ends, {@code from} when there is none, -1 when something else follows the host. */
    private static int portEnd(String text, int from) {
        int i = from;
        if (i < text.length() && text.charAt(i) == ':') {
            i++;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i++;
            }
        }
        return i == text.length() || text.charAt(i) == ';' ? i : -1;
    }

    private static Optional<Map<String, String>> params(String text, int from) {
        if (from == text.length()) {
            return Optional.of(Map.of());
        }
        Map<String, String> params = new LinkedHashMap<>(4);
        int at = from;
        while (at < text.length()) {
            int end = text.indexOf(';', at + 1);
            String param = text.substring(at + 1, end < 0 ? text.length() : end);
            int equals = param.indexOf('=');
            String name = equals < 0 ? param : param.substring(0, equals);
            String value = equals < 0 ? "" : param.substring(equals + 1);
            boolean plain = isWord(name) && (equals < 0 || isWord(value));
            if (!plain || params.put(name.toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            at = end < 0 ? text.length() : end;
        }
        return Optional.of(params);
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && "-_.!*+".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
