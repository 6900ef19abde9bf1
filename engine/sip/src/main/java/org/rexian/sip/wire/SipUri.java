package org.rexian.sip.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A URI (RFC 3261 §19.1). Schemes other than sip and sips keep what follows the colon as {@link #opaque()}: whether they can
 * be served is for others to say (416).
 */
public final class SipUri {
    private final String scheme;
    private final String user;
    private final String host;
    private final int port;
    private final Map<String, String> params;
    private final String headers;
    private final String text;

    SipUri(String scheme, String user, String host, int port, Map<String, String> params, String headers, String text) {
        this.scheme = scheme;
        this.user = user;
        this.host = host;
        this.port = port;
        this.params = params;
        this.headers = headers;
        this.text = text;
    }

    /** {@code sip:user@host:port}; empty {@code user} and port 0 for none. {@code user} is plain text and is escaped here. */
    public static SipUri of(String user, String host, int port) {
        return build("sip", user, host, port, Map.of(), "");
    }

    /** Reads a URI; empty when it breaks RFC 3261 §25 or RFC 3986. */
    public static Optional<SipUri> parse(String text) {
        return Grammar.uri(text);
    }

    private static SipUri build(
            String scheme, String user, String host, int port, Map<String, String> params, String headers) {
        StringBuilder text = new StringBuilder(48).append(scheme).append(':');
        if (!user.isEmpty()) {
            Text.appendEscapedUser(text, user);
            text.append('@');
        }
        text.append(host);
        if (port != 0) {
            text.append(':').append(port);
        }
        Text.appendParams(text, params);
        if (!headers.isEmpty()) {
            text.append('?').append(headers);
        }
        return new SipUri(scheme, user, host, port, params, headers, text.toString());
    }

    /** Lower case. */
    public String scheme() {
        return scheme;
    }

    /** True for sip and sips. */
    public boolean isSip() {
        return scheme.equals("sip") || scheme.equals("sips");
    }

    /** The user part, unescaped once, without password; empty when there is none or the scheme is not sip or sips. */
    public String user() {
        return user;
    }

    /** The host, lower case; IPv6 in brackets; empty when the scheme is not sip or sips. */
    public String host() {
        return host;
    }

    /** The port, 0 when none was given. */
    public int port() {
        return port;
    }

    /** URI parameters by lower-case name, unescaped; a parameter without value has an empty one; unmodifiable. */
    public Map<String, String> params() {
        return params;
    }

    /** A parameter's value: empty optional when absent, empty string when it has no value. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    /** True when the URI carries {@code ;lr}: a loose router (RFC 3261 §19.1.1). */
    public boolean looseRouter() {
        return params.containsKey("lr");
    }

    /** What follows the question mark, as written; never becomes headers of a message (RFC 3261 §19.1.5). */
    public String headers() {
        return headers;
    }

    /** What follows the colon, as written. */
    public String opaque() {
        return text.substring(scheme.length() + 1);
    }

    /** The same with one parameter set; an empty value gives a parameter without value. */
    public SipUri with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(params);
        changed.put(name.toLowerCase(Locale.ROOT), value);
        return build(scheme, user, host, port, changed, headers);
    }

    /** Scheme, user, host and port alone: what an address of record is compared by (RFC 3261 §10.3, step 5). */
    public SipUri bare() {
        return params.isEmpty() && headers.isEmpty() ? this : build(scheme, user, host, port, Map.of(), "");
    }

    /** By parts; parameters regardless of order. Other schemes by their text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SipUri that
                && scheme.equals(that.scheme)
                && user.equals(that.user)
                && host.equals(that.host)
                && port == that.port
                && params.equals(that.params)
                && headers.equals(that.headers)
                && (isSip() || text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheme, user, host, port);
    }

    /** As on the wire; a parsed URI exactly as it came. */
    @Override
    public String toString() {
        return text;
    }
}
