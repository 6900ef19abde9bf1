package org.rexian.server.config;

import java.net.InetSocketAddress;

/** Where SIP is received: transport, address, port. */
public record ListenAddress(Transport transport, InetSocketAddress address) {

    /** SIP transports of the file. */
    public enum Transport {
        UDP,
        TCP
    }

    @Override
    public String toString() {
        return Kinds.word(transport) + ":" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
