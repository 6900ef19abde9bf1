package org.rexian.server.config;

import java.net.InetAddress;
import java.util.List;

/**
 * The packet path.
 *
 * @param loops media threads; 0 takes one less than the machine has cores, at least one
 * @param timeoutMillis a leg that hears no packet for this long is ended
 */
public record MediaConfiguration(InetAddress address, PortRange ports, int loops, long timeoutMillis) {

    static final Key<InetAddress> ADDRESS =
            Key.of("address", AddressKinds.ADDRESS, "127.0.0.1", "Local address that audio is sent and received on.");
    static final Key<PortRange> PORTS = Key.of(
            "ports", AddressKinds.PORTS, "16384-19999", "UDP ports for audio; each leg takes two: RTP and RTCP.");
    static final Key<Integer> LOOPS = Key.of(
            "loops",
            Kinds.count(0, 256),
            "0",
            "Media threads; 0 takes one less than the machine has cores, at least one.");
    static final Key<Long> TIMEOUT =
            Key.of("timeout", Kinds.duration("5s", "1h"), "60s", "A leg that hears no packet for this long is ended.");

    static final Table TABLE = Table.one("media", "Audio.", List.of(ADDRESS, PORTS, LOOPS, TIMEOUT));

    static MediaConfiguration read(Section media) {
        MediaConfiguration read =
                new MediaConfiguration(media.get(ADDRESS), media.get(PORTS), media.get(LOOPS), media.get(TIMEOUT));
        if (read.address.isAnyLocalAddress()) {
            media.problem(
                    ADDRESS,
                    "address: " + read.address.getHostAddress() + " can't be written into SDP",
                    "name one address of this machine that callers can reach");
        }
        return read;
    }
}
