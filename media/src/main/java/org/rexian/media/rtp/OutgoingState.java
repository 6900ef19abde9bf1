package org.rexian.media.rtp;

/**
 * An {@link OutgoingStream} as plain data.
 *
 * @param timestamp of audio that would begin when the state was taken
 * @param started whether anything was sent; {@code lastTimestamp} and {@code lastUnits} are of what was sent last
 */
public record OutgoingState(
        int ssrc,
        int nextSequence,
        int timestamp,
        boolean started,
        int lastTimestamp,
        int lastUnits,
        long packets,
        long octets) {}
