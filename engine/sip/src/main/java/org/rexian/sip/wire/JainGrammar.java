package org.rexian.sip.wire;

import gov.nist.javax.sip.address.GenericURI;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.ViaList;
import gov.nist.javax.sip.parser.URLParser;
import gov.nist.javax.sip.parser.ViaParser;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The grammar of URIs and Via hops, read by JAIN-SIP's parsers one value at a time; the structure around them is ours
 * ({@link HeadScanner}, {@link AddressGrammar}), because JAIN's message parser lets through what RFC 3261 forbids.
 *
 * <p>Trap: on bytes made to hurt, JAIN's parsers throw more than ParseException. What they were seen to throw is caught here, once.
 */
final class JainGrammar {
    private JainGrammar() {}

    /** JAIN stops at what it does not understand; we want to know whether that was the end. */
    private static final class UriReader extends URLParser {
        UriReader(String text) {
            super(text);
        }

        boolean atEnd() {
            return !lexer.hasMoreChars();
        }
    }

    static Optional<SipUri> sipUri(String scheme, String text) {
        try {
            UriReader reader = new UriReader(text);
            GenericURI uri = reader.parse();
            if (!reader.atEnd() || !(uri instanceof gov.nist.javax.sip.address.SipUri parsed)) {
                return Optional.empty();
            }
            return typed(scheme, text, parsed);
        } catch (ParseException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<SipUri> typed(String scheme, String text, gov.nist.javax.sip.address.SipUri parsed) {
        String host = parsed.getHost();
        int port = parsed.getPort();
        if (host == null || host.isEmpty() || port == 0 || port > 65_535) {
            return Optional.empty();
        }
        String user = parsed.getUser();
        int query = text.indexOf('?', text.indexOf('@') + 1);
        return Optional.of(new SipUri(
                scheme,
                user == null ? "" : Text.unescape(user),
                host.toLowerCase(Locale.ROOT),
                Math.max(port, 0),
                params(parsed),
                query < 0 ? "" : text.substring(query + 1),
                text));
    }

    private static Map<String, String> params(gov.nist.javax.sip.address.SipUri parsed) {
        Iterator<String> names = parsed.getParameterNames();
        if (!names.hasNext()) {
            return Map.of();
        }
        Map<String, String> params = new LinkedHashMap<>();
        while (names.hasNext()) {
            String name = names.next();
            String value = parsed.getParameter(name);
            params.put(Text.unescape(name).toLowerCase(Locale.ROOT), value == null ? "" : Text.unescape(value));
        }
        return params;
    }

    static Optional<List<Via>> vias(String line) {
        try {
            SIPHeader parsed = new ViaParser("Via: " + line + "\n").parse();
            if (!(parsed instanceof ViaList list)) {
                return Optional.empty();
            }
            List<Via> hops = new ArrayList<>(list.size());
            for (gov.nist.javax.sip.header.Via hop : list) {
                hops.add(typed(hop));
            }
            return Optional.of(hops);
        } catch (ParseException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Via typed(gov.nist.javax.sip.header.Via hop) {
        Map<String, String> params = Map.of();
        Iterator<String> names = hop.getParameterNames();
        if (names.hasNext()) {
            params = new LinkedHashMap<>();
            while (names.hasNext()) {
                String name = names.next();
                String value = hop.getParameter(name);
                params.put(name.toLowerCase(Locale.ROOT), value == null ? "" : value);
            }
        }
        return new Via(hop.getTransport().toUpperCase(Locale.ROOT), hop.getHost(), Math.max(hop.getPort(), 0), params);
    }
}
