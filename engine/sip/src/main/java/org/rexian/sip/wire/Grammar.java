package org.rexian.sip.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Header values to typed values; empty where they break RFC 3261 §25. Nothing here throws on any text. */
final class Grammar {
    private static final long CSEQ_LIMIT = 1L << 31;

    private Grammar() {}

    static Optional<SipUri> uri(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1 || !Text.isUriText(text)) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!isScheme(scheme)) {
            return Optional.empty();
        }
        if (!scheme.equals("sip") && !scheme.equals("sips")) {
            return Optional.of(new SipUri(scheme, "", "", 0, Map.of(), "", text));
        }
        // Two raw @ are read as one host by some and another by others.
        return text.indexOf('@') == text.lastIndexOf('@') && Text.escapesAreSound(text)
                ? PlainGrammar.sipUri(scheme, text).or(() -> JainGrammar.sipUri(scheme, text))
                : Optional.empty();
    }

    private static boolean isScheme(String scheme) {
        if (scheme.charAt(0) < 'a' || scheme.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    static Optional<NameAddress> nameAddress(String text) {
        return AddressGrammar.address(text);
    }

    static Optional<List<NameAddress>> nameAddresses(String line) {
        List<NameAddress> found = new ArrayList<>(2);
        int from = 0;
        while (from <= line.length()) {
            int end = Quotes.find(line, ',', from);
            Optional<NameAddress> one = end < 0 ? Optional.empty() : nameAddress(line.substring(from, end));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
            from = end + 1;
        }
        return Optional.of(found);
    }

    static Optional<List<Via>> vias(String line) {
        return PlainGrammar.via(line).or(() -> JainGrammar.vias(line));
    }

    static Optional<CSeq> cseq(String text) {
        int space = 0;
        while (space < text.length() && isDigit(text.charAt(space))) {
            space++;
        }
        OptionalLong number = digits(text.substring(0, space));
        String method = text.substring(space).trim();
        boolean sound = number.isPresent()
                && number.getAsLong() < CSEQ_LIMIT
                && Text.isToken(method)
                && space < text.length()
                && text.charAt(space) <= ' ';
        return sound ? Optional.of(new CSeq(number.getAsLong(), method)) : Optional.empty();
    }

    /** A whole non-negative number; past 18 digits it is none. */
    static OptionalLong digits(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return OptionalLong.empty();
            }
            number = number * 10 + c - '0';
        }
        return OptionalLong.of(number);
    }

    static OptionalLong leadingNumber(String text) {
        int end = 0;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end < text.length() && "; \t(".indexOf(text.charAt(end)) < 0
                ? OptionalLong.empty()
                : digits(text.substring(0, end));
    }

    static int port(String text) {
        OptionalLong number = digits(text);
        return number.isPresent() && number.getAsLong() <= 65_535 ? (int) number.getAsLong() : 0;
    }

    static void splitTokens(String line, List<String> into) {
        for (String part : line.split(",", -1)) {
            String token = part.trim();
            if (!token.isEmpty()) {
                into.add(token);
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
