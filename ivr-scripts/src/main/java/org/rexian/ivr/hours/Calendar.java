package org.rexian.ivr.hours;

/** Opening hours. Immutable and thread-safe. */
public interface Calendar {

    /** Whether it is open at this moment, milliseconds since 1970-01-01T00:00Z. */
    boolean openAt(long epochMillis);
}
