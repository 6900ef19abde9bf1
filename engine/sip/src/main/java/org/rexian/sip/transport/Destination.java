package org.rexian.sip.transport;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where to send. A stream without {@code connection}, or with one that has died, uses an open connection to {@code remote} or
 * opens one.
 */
public record Destination(Transport transport, InetSocketAddress remote, Optional<Connection> connection) {

    /** By datagram. */
    public static Destination udp(InetSocketAddress remote) {
        return new Destination(Transport.UDP, remote, Optional.empty());
    }

    /** By whatever connection there is, or a new one. */
    public static Destination tcp(InetSocketAddress remote) {
        return new Destination(Transport.TCP, remote, Optional.empty());
    }

    /** For logs. */
    @Override
    public String toString() {
        return transport + " " + remote.getHostString() + ":" + remote.getPort();
    }
}
