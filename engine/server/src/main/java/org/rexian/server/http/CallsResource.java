package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rexian.call.CallRecord;
import org.rexian.server.Printable;
import org.rexian.server.storage.CallArchive;
import org.rexian.server.storage.CallQuery;

/** {@code /api/calls}: calls that are over, newest first, page by page. */
final class CallsResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final Set<String> PARAMETERS =
            Set.of("from", "to", "queue", "agent", "since", "until", "before", "limit");

    /** One page; {@code next} is what to send as {@code before} for the page after it, 0 where there is none. */
    record Page(List<CallSummary> calls, long next) {}

    private final CallArchive archive;

    CallsResource(CallArchive archive) {
        this.archive = archive;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/calls", this::list);
        routes.get("/api/calls/{id}", this::one);
    }

    private void list(Context context) {
        for (String name : context.queryParamMap().keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw ApiError.badRequest("unknown parameter '" + Printable.line(name) + "'; known: "
                        + String.join(", ", PARAMETERS.stream().sorted().toList()));
            }
        }
        OptionalLong limit = number(context, "limit");
        if (limit.isPresent() && (limit.getAsLong() < 1 || limit.getAsLong() > CallQuery.MAX_LIMIT)) {
            throw ApiError.badRequest("limit goes from 1 to " + CallQuery.MAX_LIMIT);
        }
        CallQuery query = new CallQuery(
                text(context, "from"),
                text(context, "to"),
                text(context, "queue"),
                text(context, "agent"),
                time(context, "since"),
                time(context, "until"),
                number(context, "before"),
                (int) limit.orElse(DEFAULT_LIMIT));
        List<CallRecord> found = archive.find(query);
        long next = found.size() < query.limit() ? 0 : found.getLast().id();
        Replies.json(context, new Page(found.stream().map(CallSummary::of).toList(), next));
    }

    private void one(Context context) {
        String id = context.pathParam("id");
        if (!id.matches("\\d{1,18}")) {
            throw ApiError.badRequest("a call's id is a number");
        }
        Replies.json(
                context,
                archive.find(Long.parseLong(id)).orElseThrow(() -> ApiError.notFound("there is no call " + id)));
    }

    private static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    private static OptionalLong number(Context context, String name) {
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
    private static OptionalLong time(Context context, String name) {
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
