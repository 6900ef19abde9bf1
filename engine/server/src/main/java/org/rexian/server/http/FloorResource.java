package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.server.Json;
import org.rexian.server.Printable;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.live.AgentSnapshot;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveSnapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code /api/queues} and {@code /api/agents}: how the floor stands, and agents' states. */
final class FloorResource {

    private static final long PATIENCE_MILLIS = 2_000;
    private static final List<String> STATES = List.of("sign-in", "sign-out", "ready", "not-ready", "wrap-up-ended");

    private final AcdRing ring;
    private final LiveFeed feed;
    private final LongSupplier clock;

    FloorResource(AcdRing ring, LiveFeed feed, LongSupplier clock) {
        this.ring = ring;
        this.feed = feed;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/queues",
                context -> Replies.json(context, Map.of("queues", snapshot().queues())));
        routes.get(
                "/api/agents",
                context -> Replies.json(context, Map.of("agents", snapshot().agents())));
        routes.get("/api/agents/{id}", context -> Replies.json(context, agent(context.pathParam("id"))));
        routes.post("/api/agents/{id}/state", this::changeState);
    }

    private void changeState(Context context) throws InterruptedException, ExecutionException {
        if (!context.isJson()) {
            throw ApiError.badRequest("send the body as Content-Type: application/json");
        }
        String id = agent(context.pathParam("id")).id();
        List<AcdEvent> outcome = await(command(id, body(context)));
        for (AcdEvent event : outcome) {
            if (event instanceof AcdEvent.CommandRejected rejected) {
                throw ApiError.conflict(rejected.reason());
            }
        }
        Replies.json(context, agent(id));
    }

    private static JsonNode body(Context context) {
        try {
            return Json.mapper().readTree(context.bodyAsBytes());
        } catch (JacksonException e) {
            throw ApiError.badRequest("the body is not JSON: " + Printable.line(e.getOriginalMessage()));
        }
    }

    private AcdCommand command(String agent, JsonNode body) {
        String state = body.path("state").asString("");
        String reason = body.path("reason").asString("");
        if (reason.length() > 64 || !Printable.line(reason).equals(reason)) {
            throw ApiError.badRequest("reason is up to 64 printable characters");
        }
        long now = clock.getAsLong();
        return switch (state) {
            case "sign-in" -> new AcdCommand.SignIn(now, agent);
            case "sign-out" -> new AcdCommand.SignOut(now, agent);
            case "ready" -> new AcdCommand.Ready(now, agent);
            case "not-ready" -> new AcdCommand.NotReady(now, agent, reason);
            case "wrap-up-ended" -> new AcdCommand.WrapUpEnded(now, agent);
            default -> throw ApiError.badRequest("state is one of " + String.join(", ", STATES));
        };
    }

    private List<AcdEvent> await(AcdCommand command) throws InterruptedException, ExecutionException {
        try {
            return ring.apply(command).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw ApiError.unavailable("the router did not answer in time; the command may still be carried out");
        }
    }

    private AgentSnapshot agent(String id) {
        try {
            return feed.fresh()
                    .agent(id)
                    .orElseThrow(() -> ApiError.notFound("there is no agent " + Printable.line(id)));
        } catch (TimeoutException | InterruptedException e) {
            throw late(e);
        }
    }

    private LiveSnapshot snapshot() {
        try {
            return feed.snapshot();
        } catch (TimeoutException | InterruptedException e) {
            throw late(e);
        }
    }

    private static ApiError late(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return ApiError.unavailable("the router did not answer in time");
    }
}
