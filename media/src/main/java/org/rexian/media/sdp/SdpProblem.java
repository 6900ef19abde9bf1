package org.rexian.media.sdp;

/** Why bytes are no session description; {@code line} counts from 1, 0 means the whole. */
public record SdpProblem(int line, String message) implements ParsedSdp {

    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
