package org.rexian.sip.transport;

/**
 * Bounds of the transports.
 *
 * @param maxMessageBytes a larger message is refused: 513 where it can be answered; a stream is closed
 * @param maxConnections further connections are closed at once
 * @param idleMillis a connection that is silent for so long is closed
 * @param halfMessageMillis how long a begun message may take to become whole
 * @param connectMillis how long we try to connect
 */
public record TransportSettings(
        int maxMessageBytes, int maxConnections, long idleMillis, long halfMessageMillis, int connectMillis) {

    /** 64 KiB, 4,096 connections, 15 minutes, 10 s, 4 s. */
    public static TransportSettings defaults() {
        return new TransportSettings(65_536, 4_096, 900_000, 10_000, 4_000);
    }
}
