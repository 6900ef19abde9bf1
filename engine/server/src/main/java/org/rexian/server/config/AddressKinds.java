package org.rexian.server.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds for addresses. Only literals are taken: a name that stops resolving must not stop a hotline from starting. */
final class AddressKinds {

    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]+))(?::(\\d{1,5}))?");

    static final Kind<InetAddress> ADDRESS = new Kind<>("IP address", AddressKinds::address);
    static final Kind<ListenAddress> LISTEN = new Kind<>("udp: or tcp:, IP address, port", AddressKinds::listen);
    static final Kind<AddressRange> RANGE = new Kind<>("IP address or CIDR range", AddressRange::parse);
    static final Kind<PortRange> PORTS = new Kind<>("first-last", PortRange::parse);

    private AddressKinds() {}

    static Kind<InetSocketAddress> withPort(int defaultPort) {
        return new Kind<>("IP address:port", text -> socket(text, defaultPort));
    }

    static Kind<Optional<InetSocketAddress>> optionalWithPort(int defaultPort) {
        return new Kind<>("IP address:port", t -> t.isEmpty() ? Optional.empty() : Optional.of(socket(t, defaultPort)));
    }

    static InetAddress address(String text) throws Unfit {
        String literal = text.equals("localhost") ? "127.0.0.1" : text;
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw new Unfit(
                    "'" + text + "' is not an IP address", "write it as 192.0.2.1 or 2001:db8::1, not as a name");
        }
    }

    private static InetSocketAddress socket(String text, int defaultPort) throws Unfit {
        Matcher m = WITH_PORT.matcher(text);
        if (!m.matches()) {
            throw new Unfit("'" + text + "' is not an address with port", "write 192.0.2.1:5060 or [2001:db8::1]:5060");
        }
        String host = m.group(1) != null ? m.group(1) : m.group(2);
        int port = m.group(3) == null ? defaultPort : Integer.parseInt(m.group(3));
        if (port > 65535) {
            throw new Unfit("port " + port + " does not exist", "ports go from 1 to 65535");
        }
        return new InetSocketAddress(address(host), port);
    }

    private static ListenAddress listen(String text) throws Unfit {
        for (ListenAddress.Transport transport : ListenAddress.Transport.values()) {
            String prefix = Kinds.word(transport) + ":";
            if (text.startsWith(prefix)) {
                return new ListenAddress(transport, socket(text.substring(prefix.length()), 5060));
            }
        }
        throw new Unfit("'" + text + "' does not say udp or tcp", "write udp:192.0.2.1:5060 or tcp:192.0.2.1:5060");
    }
}
