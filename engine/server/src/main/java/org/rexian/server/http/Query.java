package org.rexian.server.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rexian.server.Printable;

/** Reads what stands behind the question mark; what can't be read is the client's mistake. */
final class Query {

    private Query() {}

    static void onlyKnown(Context context, Set<String> parameters) {
        for (String name : context.queryParamMap().keySet()) {
            if (!parameters.contains(name)) {
                throw ApiError.badRequest("unknown parameter '" + Printable.line(name) + "'; known: "
                        + String.join(", ", parameters.stream().sorted().toList()));
            }
        }
    }

    static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    static OptionalLong number(Context context, String name) {
        Optional<String> text = text(context, name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("\\d{1,18}")) {
            throw ApiError.badRequest(name + " is a number");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** Milliseconds since the epoch, or ISO 8601 with an offset or Z. */
    static OptionalLong time(Context context, String name) {
        String text = text(context, name).orElse("");
        if (text.isEmpty() || text.matches("\\d{1,18}")) {
            return number(context, name);
        }
        try {
            return OptionalLong.of(Instant.parse(text).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw ApiError.badRequest(
                    name + " is a time such as 2026-11-22T08:00:00Z, or milliseconds since the epoch");
        }
    }
}
