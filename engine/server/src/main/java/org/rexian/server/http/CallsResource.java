package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.rexian.call.CallRecord;
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
        Query.onlyKnown(context, PARAMETERS);
        OptionalLong limit = Query.number(context, "limit");
        if (limit.isPresent() && (limit.getAsLong() < 1 || limit.getAsLong() > CallQuery.MAX_LIMIT)) {
            throw ApiError.badRequest("limit goes from 1 to " + CallQuery.MAX_LIMIT);
        }
        CallQuery query = new CallQuery(
                Query.text(context, "from"),
                Query.text(context, "to"),
                Query.text(context, "queue"),
                Query.text(context, "agent"),
                Query.time(context, "since"),
                Query.time(context, "until"),
                Query.number(context, "before"),
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
}
