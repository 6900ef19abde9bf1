package org.rexian.sip.transport;

/**
 * Where to listen.
 *
 * @param host a local address, or 0.0.0.0 for all
 * @param port 0 for any free one
 * @param advertisedHost what Via and Contact name; empty for {@code host}, or, when that is 0.0.0.0, for the local address that
 *     the system would use towards the peer
 */
public record ListenAddress(Transport transport, String host, int port, String advertisedHost) {
    /** Listens and advertises the same address. */
    public ListenAddress(Transport transport, String host, int port) {
        this(transport, host, port, "");
    }

    @Override
    public String toString() {
        return transport.name().toLowerCase(java.util.Locale.ROOT) + " " + host + ":" + port;
    }
}
