package org.rexian.sip.wire;

/**
 * Bytes to messages and back. Whatever the bytes are, {@link #parse} throws nothing: a peer's mistake is a
 * {@link Parsed.Malformed} with the answer that RFC 3261 wants.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class SipCodec {
    private SipCodec() {}

    /** Parses one datagram, or one frame of a stream, whole. The array is copied where it is kept. */
    public static Parsed parse(byte[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    /** Parses a whole array. */
    public static Parsed parse(byte[] bytes) {
        return parse(bytes, 0, bytes.length);
    }

    /** The message as on the wire. {@link SipMessage#encoded} keeps the result. */
    public static byte[] encode(SipMessage message) {
        throw new UnsupportedOperationException();
    }
}
