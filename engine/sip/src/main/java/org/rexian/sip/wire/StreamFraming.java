package org.rexian.sip.wire;

/** How long a message of a stream is (RFC 3261 §18.3): told by Content-Length, which has to be beyond doubt. */
public final class StreamFraming {
    /** Content-Length is no number, or there are several: where the next message begins cannot be known. */
    public static final int BROKEN = -1;

    private static final String LONG_NAME = "content-length";
    private static final int LONGEST = 1 << 30;

    private StreamFraming() {}

    /**
     * The length of the body that follows this head.
     *
     * @param head bytes that hold the head
     * @param from where it begins
     * @param to where its last line ends
     * @return the length, 0 when none is given, or {@link #BROKEN}
     */
    public static int bodyLength(byte[] head, int from, int to) {
        int length = -1;
        int line = from;
        while (line < to) {
            int end = lineEnd(head, line, to);
            int value = valueStart(head, line, end);
            if (value >= 0) {
                if (length >= 0) {
                    return BROKEN;
                }
                length = number(head, value, end);
                if (length < 0) {
                    return BROKEN;
                }
            }
            line = end + 2;
        }
        return Math.max(length, 0);
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Where the value begins when this line is a Content-Length, else -1. */
    private static int valueStart(byte[] bytes, int line, int end) {
        int first = line < end ? bytes[line] | 0x20 : 0;
        int nameLength = first == 'l' ? 1 : first == 'c' ? LONG_NAME.length() : 0;
        if (nameLength == 0 || line + nameLength >= end) {
            return -1;
        }
        for (int i = 0; i < nameLength && nameLength > 1; i++) {
            byte b = bytes[line + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != LONG_NAME.charAt(i)) {
                return -1;
            }
        }
        int i = skipSpace(bytes, line + nameLength, end);
        return i < end && bytes[i] == ':' ? i + 1 : -1;
    }

    private static int number(byte[] bytes, int from, int end) {
        int i = skipSpace(bytes, from, end);
        long number = 0;
        int digits = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9' && digits < 10) {
            number = number * 10 + bytes[i++] - '0';
            digits++;
        }
        return digits > 0 && skipSpace(bytes, i, end) == end && number <= LONGEST ? (int) number : -1;
    }

    private static int skipSpace(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }
}
