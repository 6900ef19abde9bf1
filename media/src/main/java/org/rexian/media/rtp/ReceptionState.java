package org.rexian.media.rtp;

/** {@link ReceptionStatistics} as plain data, with the names of RFC 3550 §A.1 and §A.3; {@code …Before}: of earlier sources. */
public record ReceptionState(
        boolean started,
        int ssrc,
        int maxSequence,
        int cycles,
        int baseSequence,
        long received,
        long receivedBefore,
        long lostBefore,
        long expectedAtReport,
        long receivedAtReport,
        int jitterTimes16) {}
