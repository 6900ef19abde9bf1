package org.rexian.server.journal;

import java.util.zip.CRC32C;
import org.rexian.acd.bytes.BytesIn;

/**
 * How records are framed in a segment. The framing of an older version stays readable for ever: a new one is a new
 * implementation beside it, chosen by {@link #of(int)}; only the newest is written.
 */
abstract class Records {

    /** No record is longer; a length above it is damage. */
    static final int MAX_PAYLOAD = 64 << 20;

    /** The record that was read last. */
    long sequence;

    /** Up to this sequence all records were known to be on the disk when this one was written. */
    long settled;

    int payloadFrom;
    int payloadLength;

    /** Where the next record begins. */
    int next;

    /** Reads the record at {@code from}; false where there is none that is whole, and {@link #problem} says why. */
    abstract boolean read(byte[] bytes, int from, int length);

    /** Whether it is worth the while to look for a record there: its number would fit. */
    abstract boolean plausible(byte[] bytes, int at, int length, long after);

    /** Why there is no record at that place. */
    abstract String problem(byte[] bytes, int from, int length);

    /** The payload of the record that was read last. */
    BytesIn payload(byte[] bytes) {
        return new BytesIn(bytes, payloadFrom, payloadLength);
    }

    static Records of(int version) {
        return switch (version) {
            case 1 -> new Version1();
            default -> throw new IllegalArgumentException("format " + version);
        };
    }

    /**
     * Length of the payload, CRC32C of all that follows, sequence, how many sequences behind it the disk was (four bytes each, the
     * sequence eight), payload.
     */
    static final class Version1 extends Records {

        static final int HEAD = 20;

        private final CRC32C crc = new CRC32C();

        @Override
        boolean read(byte[] bytes, int from, int length) {
            if (from > length - HEAD) {
                return false;
            }
            int payload = Ints.at(bytes, from);
            if (payload < 0
                    || payload > MAX_PAYLOAD
                    || payload > length - from - HEAD
                    || !sound(bytes, from, payload)) {
                return false;
            }
            sequence = Ints.longAt(bytes, from + 8);
            settled = sequence - Ints.at(bytes, from + 16);
            payloadFrom = from + HEAD;
            payloadLength = payload;
            next = payloadFrom + payload;
            return true;
        }

        private boolean sound(byte[] bytes, int from, int payload) {
            crc.reset();
            crc.update(bytes, from + 8, HEAD - 8 + payload);
            return (int) crc.getValue() == Ints.at(bytes, from + 4);
        }

        @Override
        boolean plausible(byte[] bytes, int at, int length, long after) {
            if (at > length - HEAD) {
                return false;
            }
            long number = Ints.longAt(bytes, at + 8);
            return number > after && number - after < Integer.MAX_VALUE;
        }

        @Override
        String problem(byte[] bytes, int from, int length) {
            if (from > length - HEAD) {
                return "the file ends in the middle of a record's head";
            }
            int payload = Ints.at(bytes, from);
            if (payload < 0 || payload > MAX_PAYLOAD) {
                return "a record of " + Integer.toUnsignedString(payload) + " bytes can't be";
            }
            return payload > length - from - HEAD ? "the file ends in the middle of a record" : "the checksum is wrong";
        }
    }
}
