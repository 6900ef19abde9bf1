package org.rexian.server.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers at any place of an array, the most significant byte first. */
final class Ints {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Ints() {}

    static int at(byte[] bytes, int from) {
        return (int) INT.get(bytes, from);
    }

    static long longAt(byte[] bytes, int from) {
        return (long) LONG.get(bytes, from);
    }
}
