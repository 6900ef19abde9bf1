package org.rexian.media.sdp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The direction attribute of a stream, seen from whoever wrote it (RFC 3264 §5.1). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    static Optional<Direction> of(String attribute) {
        return Arrays.stream(values())
                .filter(direction -> direction.token().equals(attribute))
                .findFirst();
    }

    private static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }

    /** Whether the writer sends. */
    public boolean sends() {
        return sends;
    }

    /** Whether the writer receives. */
    public boolean receives() {
        return receives;
    }

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same stream, seen from the other end. */
    Direction reversed() {
        return of(receives, sends);
    }

    /** What both allow. */
    Direction and(Direction other) {
        return of(sends && other.sends, receives && other.receives);
    }

    /** Without reception: what a peer means that gives no address to send to. */
    Direction withoutReceiving() {
        return of(sends, false);
    }
}
