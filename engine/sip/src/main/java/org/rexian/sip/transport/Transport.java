package org.rexian.sip.transport;

import java.util.Locale;
import java.util.Optional;

/** How messages travel. */
public enum Transport {
    UDP,
    TCP;

    /** True when the transport delivers or fails by itself: no retransmissions (RFC 3261 §17). */
    public boolean reliable() {
        return this != UDP;
    }

    /** By the name of a Via header or a transport parameter, in any case. */
    public static Optional<Transport> named(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UDP" -> Optional.of(UDP);
            case "TCP" -> Optional.of(TCP);
            default -> Optional.empty();
        };
    }
}
