package org.rexian.media;

import java.nio.ByteBuffer;

/** Stretches of one octet. */
final class Silence {

    private Silence() {}

    static void fill(ByteBuffer out, int offset, int length, byte octet) {
        for (int i = 0; i < length; i++) {
            out.put(offset + i, octet);
        }
    }
}
