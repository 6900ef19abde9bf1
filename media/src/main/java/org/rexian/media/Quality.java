package org.rexian.media;

/**
 * A leg's audio quality over its life. {@code jitterMillis} is RFC 3550's interarrival jitter at the end,
 * {@code roundTripMillis} from RTCP or −1, {@code mos} by the E-model (ITU-T G.107), 1.0–4.5, or 0 where nothing was received.
 */
public record Quality(
        long packetsSent,
        long packetsReceived,
        long packetsLost,
        long packetsDropped,
        double jitterMillis,
        double roundTripMillis,
        double mos) {}
