package org.rexian.acd.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link BytesOut} wrote. Whatever the bytes hold, nothing is read behind their end and nothing is allocated that is
 * larger than a small multiple of them; what does not fit is {@link Malformed}. For one thread.
 */
public final class BytesIn {

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(BytesIn in) throws Malformed;
    }

    private final byte[] bytes;
    private final int end;
    private int next;

    public BytesIn(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** The bytes must not change while they are read. */
    public BytesIn(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.next = from;
        this.end = from + length;
    }

    /** Where the next value begins. */
    public int offset() {
        return next;
    }

    public int remaining() {
        return end - next;
    }

    /** Nothing may follow. */
    public void end() throws Malformed {
        if (next != end) {
            throw malformed(remaining() + " bytes too many");
        }
    }

    /** 0–255. */
    public int tag() throws Malformed {
        return need(1)[next++] & 0xFF;
    }

    public boolean flag() throws Malformed {
        int value = tag();
        if (value > 1) {
            throw malformed(value + " is neither yes nor no");
        }
        return value == 1;
    }

    /** How many values follow; each takes a byte at least, so there are never more than bytes left. */
    public int count() throws Malformed {
        long count = unsigned();
        if (count < 0 || count > remaining()) {
            throw malformed("a count of " + Long.toUnsignedString(count) + " with " + remaining() + " bytes left");
        }
        return (int) count;
    }

    public long number() throws Malformed {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number that fits an int. */
    public int integer() throws Malformed {
        long value = number();
        if (value != (int) value) {
            throw malformed(value + " is too large a number");
        }
        return (int) value;
    }

    public int fixedInt() throws Malformed {
        byte[] from = need(4);
        next += 4;
        return (from[next - 4] << 24)
                | ((from[next - 3] & 0xFF) << 16)
                | ((from[next - 2] & 0xFF) << 8)
                | (from[next - 1] & 0xFF);
    }

    public long fixedLong() throws Malformed {
        return ((long) fixedInt() << 32) | (fixedInt() & 0xFFFF_FFFFL);
    }

    public double real() throws Malformed {
        return Double.longBitsToDouble(fixedLong());
    }

    public String text() throws Malformed {
        int chars = count();
        int ascii = 0;
        while (ascii < chars && bytes[next + ascii] >= 0) {
            ascii++;
        }
        if (ascii == chars) {
            next += chars;
            return new String(bytes, next - chars, chars, StandardCharsets.ISO_8859_1);
        }
        char[] text = new char[chars];
        for (int i = 0; i < chars; i++) {
            text[i] = character();
        }
        return new String(text);
    }

    private char character() throws Malformed {
        int first = tag();
        if (first < 0x80) {
            return (char) first;
        }
        if (first >> 5 == 0b110) {
            return (char) (((first & 0x1F) << 6) | continued());
        }
        if (first >> 4 == 0b1110) {
            return (char) (((first & 0x0F) << 12) | (continued() << 6) | continued());
        }
        throw malformed("not text");
    }

    private int continued() throws Malformed {
        int value = tag();
        if (value >> 6 != 0b10) {
            throw malformed("not text");
        }
        return value & 0x3F;
    }

    /** A block of bytes, to be read apart. */
    public BytesIn block() throws Malformed {
        int length = count();
        next += length;
        return new BytesIn(bytes, next - length, length);
    }

    /** As many as were written, unmodifiable. */
    public <T> List<T> all(Reader<T> each) throws Malformed {
        int count = count();
        List<T> values = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            values.add(each.read(this));
        }
        return Collections.unmodifiableList(values);
    }

    public <T> Optional<T> optional(Reader<T> each) throws Malformed {
        return flag() ? Optional.of(each.read(this)) : Optional.empty();
    }

    /** In the order in which it was written, unmodifiable. */
    public <V> Map<String, V> map(Reader<V> each) throws Malformed {
        int count = count();
        Map<String, V> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = text();
            if (values.put(key, each.read(this)) != null) {
                throw malformed("a name that comes twice");
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** A problem at the place where we are. */
    public Malformed malformed(String reason) {
        return new Malformed(next, reason);
    }

    private long unsigned() throws Malformed {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int group = tag();
            value |= (long) (group & 0x7F) << shift;
            if (group < 0x80) {
                return value;
            }
        }
        throw malformed("a number without an end");
    }

    private byte[] need(int count) throws Malformed {
        if (remaining() < count) {
            throw malformed("the bytes end in the middle");
        }
        return bytes;
    }
}
