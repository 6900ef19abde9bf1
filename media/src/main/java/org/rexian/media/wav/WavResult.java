package org.rexian.media.wav;

/** What came of reading a WAV file. */
public sealed interface WavResult {

    /** Mono, 16 bits linear, 8,000 samples a second. The array is the caller's. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between reader and prompt store, compared by nobody
    record Audio(short[] samples) implements WavResult {}

    /** What is wrong, and what to do about it; does not name the file. */
    record Unusable(String problem) implements WavResult {}
}
