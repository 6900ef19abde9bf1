package org.rexian.media;

import org.rexian.media.codec.G711;

/** A recording, ready to be copied into packets of any length: one octet a sample, 8 kHz, in each codec. Immutable. */
final class Prompt {

    /** Stands for a file that can't be used. */
    static final Prompt EMPTY = new Prompt(new short[0]);

    private final byte[] pcmu;
    private final byte[] pcma;

    Prompt(short[] linear) {
        pcmu = G711.encode(AudioCodec.PCMU, linear);
        pcma = G711.encode(AudioCodec.PCMA, linear);
    }

    /** Shared by all who play it; not to be written to. */
    byte[] octets(AudioCodec codec) {
        return switch (codec) {
            case PCMU -> pcmu;
            case PCMA -> pcma;
        };
    }

    int samples() {
        return pcmu.length;
    }
}
