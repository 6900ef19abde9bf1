package org.rexian.sip.transport;

import java.net.InetSocketAddress;
import java.util.Optional;

/** The way that a message came (RFC 5626's sense): its transport, both ends, and the connection where there is one. */
public record Flow(
        Transport transport, InetSocketAddress local, InetSocketAddress remote, Optional<Connection> connection) {

    /** A datagram's way. */
    public static Flow udp(InetSocketAddress local, InetSocketAddress remote) {
        return new Flow(Transport.UDP, local, remote, Optional.empty());
    }

    /** The same way back. */
    public Destination back() {
        return new Destination(transport, remote, connection);
    }
}
