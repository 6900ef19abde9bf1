package org.rexian.sip.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One hop of a Via header (RFC 3261 §20.42, RFC 3581).
 *
 * @param transport upper case, as "UDP" or something never heard of
 * @param host sent-by host; IPv6 in brackets
 * @param port sent-by port, 0 where none was given
 * @param params by lower-case name; a parameter without value has an empty one; unmodifiable
 */
public record Via(String transport, String host, int port, Map<String, String> params) {

    /** What every RFC 3261 branch begins with. */
    public static final String MAGIC_COOKIE = "z9hG4bK";

    /** The branch parameter, empty when absent (RFC 2543). */
    public String branch() {
        return params.getOrDefault("branch", "");
    }

    /** True when the branch identifies the transaction as RFC 3261 §17.2.3 wants it. */
    public boolean hasMagicCookie() {
        String branch = branch();
        return branch.length() > MAGIC_COOKIE.length() && branch.startsWith(MAGIC_COOKIE);
    }

    /** The received parameter, empty when absent. */
    public String received() {
        return params.getOrDefault("received", "");
    }

    /** True when the sender asks for symmetric responses (RFC 3581 §3). */
    public boolean wantsRport() {
        return params.containsKey("rport");
    }

    /** The value of rport, 0 when absent or not filled in. */
    public int rport() {
        return Grammar.port(params.getOrDefault("rport", ""));
    }

    /** This hop with one parameter set; an empty value gives a parameter without value. */
    public Via with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(params);
        changed.put(name, value);
        return new Via(transport, host, port, changed);
    }

    /** sent-by as on the wire: host, and port where one was given. */
    public String sentBy() {
        return port == 0 ? host : host + ":" + port;
    }

    /** As on the wire. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(96)
                .append("SIP/2.0/")
                .append(transport)
                .append(' ')
                .append(host);
        if (port != 0) {
            text.append(':').append(port);
        }
        Text.appendParams(text, params);
        return text.toString();
    }
}
