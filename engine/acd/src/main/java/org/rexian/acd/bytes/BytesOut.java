package org.rexian.acd.bytes;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A growing array to write values into, one after the other; {@link BytesIn} reads them back in the same order. Whole
 * numbers take as many groups of seven bits as they need. Reused again and again without allocating; for one thread.
 */
public final class BytesOut {

    private byte[] bytes;
    private int length;

    public BytesOut(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    /** The bytes so far, from 0 to {@link #length()}; valid until the next value is written. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Forgets everything behind the first {@code keep} bytes. */
    public void cut(int keep) {
        length = Math.min(length, keep);
    }

    /** A copy of the bytes so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** A small number that says what follows, 0–255. */
    public BytesOut tag(int tag) {
        room(1);
        bytes[length++] = (byte) tag;
        return this;
    }

    public BytesOut flag(boolean value) {
        return tag(value ? 1 : 0);
    }

    /** How many, at least 0. */
    public BytesOut count(int value) {
        return unsigned(value);
    }

    /** Any whole number; small ones, of either sign, take few bytes. */
    public BytesOut number(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    /** A number of four bytes whatever its value, so that it can be set afterwards: see {@link #setFixed}. */
    public BytesOut fixed(int value) {
        room(4);
        length += 4;
        return setFixed(length - 4, value);
    }

    /** Eight bytes whatever its value. */
    public BytesOut fixed(long value) {
        return fixed((int) (value >>> 32)).fixed((int) value);
    }

    /** Sets four bytes that were written before. */
    public BytesOut setFixed(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
        return this;
    }

    /** Bit for bit. */
    public BytesOut real(double value) {
        return fixed(Double.doubleToRawLongBits(value));
    }

    /** Each char for itself in one to three bytes, so that every string comes back as it was, half a surrogate pair too. */
    public BytesOut text(String text) {
        int chars = text.length();
        count(chars);
        room(3 * chars);
        for (int i = 0; i < chars; i++) {
            character(text.charAt(i));
        }
        return this;
    }

    private void character(char c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    /** Another array's first {@code count} bytes, with their count. */
    public BytesOut block(byte[] from, int count) {
        count(count);
        room(count);
        System.arraycopy(from, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** All of them in their order. */
    public <T> BytesOut all(Collection<T> values, BiConsumer<T, BytesOut> each) {
        count(values.size());
        for (T value : values) {
            each.accept(value, this);
        }
        return this;
    }

    public <T> BytesOut optional(Optional<T> value, BiConsumer<T, BytesOut> each) {
        flag(value.isPresent());
        value.ifPresent(present -> each.accept(present, this));
        return this;
    }

    public BytesOut texts(Collection<String> values) {
        return all(values, BytesOut::textOf);
    }

    public <V> BytesOut map(Map<String, V> values, BiConsumer<V, BytesOut> each) {
        count(values.size());
        values.forEach((key, value) -> each.accept(value, text(key)));
        return this;
    }

    /** For {@link #map} and {@link #optional}. */
    public static void textOf(String text, BytesOut out) {
        out.text(text);
    }

    /** For {@link #map} and {@link #optional}. */
    public static void numberOf(Number number, BytesOut out) {
        out.number(number.longValue());
    }

    private BytesOut unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
