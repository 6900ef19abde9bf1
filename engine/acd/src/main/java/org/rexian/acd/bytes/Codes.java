package org.rexian.acd.bytes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * What stands for the constants of an enum in bytes: the place in the given order, whatever the order of their declaration. New
 * constants go to the end; none is ever taken out.
 */
public final class Codes<E extends Enum<E>> {

    private final List<E> byCode;

    private Codes(Class<E> type, List<E> byCode) {
        this.byCode = byCode;
        if (EnumSet.copyOf(byCode).size() != type.getEnumConstants().length) {
            throw new IllegalArgumentException("a constant of " + type.getSimpleName() + " has no code");
        }
    }

    /** Every constant once. */
    @SafeVarargs
    public static <E extends Enum<E>> Codes<E> of(E first, E... more) {
        List<E> all = new ArrayList<>(List.of(first));
        for (E constant : more) {
            all.add(constant);
        }
        return new Codes<>(first.getDeclaringClass(), List.copyOf(all));
    }

    /** In the order of their codes. */
    public List<E> all() {
        return byCode;
    }

    public void write(E constant, BytesOut out) {
        out.tag(byCode.indexOf(constant));
    }

    public E read(BytesIn in) throws Malformed {
        int code = in.tag();
        if (code >= byCode.size()) {
            throw in.malformed(code + " stands for nothing known");
        }
        return byCode.get(code);
    }
}
