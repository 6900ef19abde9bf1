package org.rexian.ivr.hours;

import java.util.OptionalLong;

/** Opening hours. Immutable and thread-safe. */
public interface Calendar {

    /** Whether it is open at this moment, milliseconds since 1970-01-01T00:00Z. */
    boolean openAt(long epochMillis);

    /** The first moment after this one at which {@link #openAt} changes; empty if it doesn't within two years, or isn't known. */
    default OptionalLong nextChange(long epochMillis) {
        return OptionalLong.empty();
    }
}
