package org.rexian.sip.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The value of From, To, Contact, Route, Record-Route and their like: a display name, a URI, header parameters (RFC 3261 §20.10).
 *
 * @param display unquoted and unescaped, empty when absent. Caller-supplied text: data, whatever it says
 * @param params header parameters by lower-case name; a parameter without value has an empty one; unmodifiable
 */
public record NameAddress(String display, SipUri uri, Map<String, String> params) {

    /** An address without display name and parameters. */
    public static NameAddress of(SipUri uri) {
        return new NameAddress("", uri, Map.of());
    }

    /** An address with a display name, which may be empty. */
    public static NameAddress of(String display, SipUri uri) {
        return new NameAddress(display, uri, Map.of());
    }

    /** Reads one address; empty when it breaks RFC 3261 §25. */
    public static Optional<NameAddress> parse(String text) {
        return Grammar.nameAddress(text);
    }

    /** The tag parameter, empty when absent. */
    public String tag() {
        return params.getOrDefault("tag", "");
    }

    /** A parameter's value: empty optional when absent, empty string when it has no value. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    /** The same with this tag; an empty tag changes nothing. */
    public NameAddress withTag(String tag) {
        return tag.isEmpty() ? this : with("tag", tag);
    }

    /** The same with one parameter set. */
    public NameAddress with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(params);
        changed.put(name, value);
        return new NameAddress(display, uri, changed);
    }

    /** As on the wire, always with angle brackets: a parameter can then never be taken for one of the URI. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(64);
        if (!display.isEmpty()) {
            Text.appendQuoted(text, display);
            text.append(' ');
        }
        text.append('<').append(uri).append('>');
        Text.appendParams(text, params);
        return text.toString();
    }
}
