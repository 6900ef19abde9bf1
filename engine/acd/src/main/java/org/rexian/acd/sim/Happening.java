package org.rexian.acd.sim;

/** What people do on their own account, packed with whom it concerns into one long for the {@link EventHeap}. */
enum Happening {
    /** The caller gives up. */
    ABANDON,
    /** The agent takes up the phone; the value is the offer. */
    ANSWER,
    TALK_END,
    WRAP_UP_END,
    /** An agent whose phone rang out is there again. */
    BACK,
    /** The value of this and the following is a place in {@link Staff}'s list of times. */
    SIGN_IN,
    SIGN_OUT,
    BREAK_BEGIN,
    BREAK_END;

    private static final Happening[] ALL = values();
    private static final int KIND_SHIFT = 56;

    @SuppressWarnings("EnumOrdinal") // The number lives no longer than the heap.
    long of(long value) {
        return ((long) ordinal() << KIND_SHIFT) | value;
    }

    static Happening kind(long event) {
        return ALL[(int) (event >>> KIND_SHIFT)];
    }

    static long value(long event) {
        return event & ((1L << KIND_SHIFT) - 1);
    }
}
