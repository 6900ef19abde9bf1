package org.rexian.media;

/**
 * Counts since start, all loops together, for metrics; {@code sessions} alone is a level. Read without locks: figures of one
 * reading may lie a packet apart.
 *
 * @param noPort sessions refused because no media port was free
 * @param droppedStranger packets from an address that is not the stream's. Once a stream's address is settled the kernel drops
 *     strangers uncounted (docs/internals/media.md)
 * @param droppedMalformed packets that are no valid RTP or RTCP
 * @param droppedUnwanted valid packets of a payload type that was not negotiated, or on a stream that should not receive
 * @param sendFailures packets that the kernel did not take, or port-unreachable answers
 * @param skippedMillis time that the pacing wheel gave up because a loop was too late
 * @param lateTurns turns of a loop that took more than 20 ms
 * @param loopFaults sessions ended by a mistake of ours
 * @param recordingChunksLost pieces of recordings that are silent because the disk did not keep up
 */
public record MediaCounters(
        long sessions,
        long noPort,
        long packetsSent,
        long packetsReceived,
        long droppedStranger,
        long droppedMalformed,
        long droppedUnwanted,
        long sendFailures,
        long digits,
        long mediaTimeouts,
        long skippedMillis,
        long lateTurns,
        long loopFaults,
        long promptFailures,
        long recordingFailures,
        long recordingChunksLost) {}
