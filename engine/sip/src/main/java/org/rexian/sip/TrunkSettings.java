package org.rexian.sip;

import java.util.List;
import java.util.Optional;
import org.rexian.sip.transport.Transport;

/**
 * A carrier or gateway.
 *
 * @param name what it is called in records
 * @param addresses literal addresses or CIDR blocks; a call from one of these is the trunk's, without a password
 * @param host where calls to the trunk are sent: literal address or name; empty when it only calls us
 * @param port its port, 0 for the default of 5060
 * @param transport towards it
 * @param login our account there, where it asks for one
 */
public record TrunkSettings(
        String name, List<String> addresses, String host, int port, Transport transport, Optional<TrunkLogin> login) {

    public TrunkSettings {
        addresses = List.copyOf(addresses);
    }

    /** A trunk that calls us from these addresses and is never called. */
    public static TrunkSettings inboundOnly(String name, String... addresses) {
        return new TrunkSettings(name, List.of(addresses), "", 0, Transport.UDP, Optional.empty());
    }

    /** A trunk at one address, called over UDP. */
    public static TrunkSettings at(String name, String host, int port) {
        return new TrunkSettings(name, List.of(host), host, port, Transport.UDP, Optional.empty());
    }
}
