package org.rexian.sip.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A {@link Destination} as plain data. Its connection dies with the process: what is restored uses an open one to the same place, or
 * opens one.
 *
 * @param host an address, literally
 */
public record DestinationState(Transport transport, String host, int port) {

    /** Of a destination whose address is resolved. */
    public static DestinationState of(Destination destination) {
        InetSocketAddress remote = destination.remote();
        return new DestinationState(destination.transport(), remote.getAddress().getHostAddress(), remote.getPort());
    }

    /** Empty if that is no address. */
    public Optional<Destination> restore() {
        try {
            InetSocketAddress remote = new InetSocketAddress(InetAddress.ofLiteral(host), port);
            return Optional.of(new Destination(transport, remote, Optional.empty()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
