package org.rexian.acd.bytes;

/** Bytes that are not what they should be: damaged, or written by somebody else. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public Malformed(int offset, String reason) {
        super(reason);
        this.offset = offset;
    }

    /** Where in the bytes it was noticed. */
    public int offset() {
        return offset;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
