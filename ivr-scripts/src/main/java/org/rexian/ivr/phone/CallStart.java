package org.rexian.ivr.phone;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.rexian.ivr.CallContext;
import org.rexian.ivr.FlowLibrary;
import org.rexian.ivr.NumberProfile;

/**
 * Who calls what, and when.
 *
 * @param language instead of the number's
 * @param at milliseconds since 1970
 */
public record CallStart(
        String dialled, String caller, Optional<String> language, long at, Map<String, String> attributes) {

    /** A Monday morning: calls without a time are the same on every day. */
    public static final String DEFAULT_TIME = "2026-01-05T10:00";

    /** Milliseconds of {@code 2026-01-05T10:00} in the hotline's zone, or with an offset; empty if it is no time. */
    public static Optional<Long> time(String text, ZoneId zone) {
        try {
            boolean local = text.matches("[0-9T:.-]+") && !text.matches(".*T.*-.*");
            return Optional.of(
                    local
                            ? LocalDateTime.parse(text).atZone(zone).toInstant().toEpochMilli()
                            : OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The call, before its first input; empty if the number is not the hotline's or the language is not spoken. */
    Optional<SimulatedCall> begin(FlowLibrary library) {
        Optional<NumberProfile> found = library.profile(dialled);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        NumberProfile profile = found.get();
        String spoken = language.orElse(profile.language());
        if (!library.languages().contains(spoken)) {
            return Optional.empty();
        }
        CallContext context = new CallContext(dialled, caller, "try", attributes);
        return Optional.of(new SimulatedCall(library.start(profile.flow(), context, spoken, at), at));
    }
}
