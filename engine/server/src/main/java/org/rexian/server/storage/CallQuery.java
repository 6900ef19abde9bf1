package org.rexian.server.storage;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which calls to list, newest first.
 *
 * @param from caller's number, exactly
 * @param to dialled number, exactly
 * @param since begun at or after, milliseconds since the epoch
 * @param until begun before
 * @param before id: only older calls, for the next page
 * @param limit at most so many, 1–{@value #MAX_LIMIT}
 */
public record CallQuery(
        Optional<String> from,
        Optional<String> to,
        Optional<String> queue,
        Optional<String> agent,
        OptionalLong since,
        OptionalLong until,
        OptionalLong before,
        int limit) {

    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    /** The newest calls, whatever they are. */
    public static CallQuery newest(int limit) {
        return new CallQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                limit);
    }
}
