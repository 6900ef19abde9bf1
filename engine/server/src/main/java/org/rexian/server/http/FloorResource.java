package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.rexian.acd.AcdCommand;
import org.rexian.server.Printable;
import org.rexian.server.live.AgentSnapshot;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveSnapshot;
import org.rexian.server.live.QueueSnapshot;
import tools.jackson.databind.JsonNode;

/** {@code /api/queues} and {@code /api/agents}: how the floor stands, agents' states and skills, queues opened and closed. */
final class FloorResource {

    private static final List<String> STATES =
            List.of("sign-in", "sign-out", "ready", "not-ready", "wrap-up-ended", "wrap-up-extended");
    private static final int MAX_REASON = 64;
    private static final int MAX_SKILLS = 200;
    private static final long HOUR = 3_600_000;

    private final Router router;
    private final LiveFeed feed;

    FloorResource(Router router, LiveFeed feed) {
        this.router = router;
        this.feed = feed;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/queues",
                context -> Replies.json(context, Map.of("queues", snapshot().queues())));
        routes.get("/api/queues/{name}", context -> Replies.json(context, queue(context)));
        routes.post("/api/queues/{name}/state", this::openOrClose);
        routes.get(
                "/api/agents",
                context -> Replies.json(context, Map.of("agents", snapshot().agents())));
        routes.get("/api/agents/{id}", context -> Replies.json(context, agent(context)));
        routes.post("/api/agents/{id}/state", this::changeState);
        routes.put("/api/agents/{id}/skills", this::setSkills);
    }

    private void changeState(Context context) throws InterruptedException {
        Body body = Body.of(context, List.of("state", "reason", "millis"));
        router.apply(command(agent(context).id(), body));
        Replies.json(context, agent(context));
    }

    private static LongFunction<AcdCommand> command(String agent, Body body) {
        String reason = body.text("reason", MAX_REASON).orElse("");
        long millis = body.number("millis", 1_000, HOUR).orElse(0);
        String state = body.text("state", MAX_REASON).orElse("");
        if (state.equals("wrap-up-extended") && millis == 0) {
            throw ApiError.badRequest("wrap-up-extended needs millis: how much longer");
        }
        return switch (state) {
            case "sign-in" -> at -> new AcdCommand.SignIn(at, agent);
            case "sign-out" -> at -> new AcdCommand.SignOut(at, agent);
            case "ready" -> at -> new AcdCommand.Ready(at, agent);
            case "not-ready" -> at -> new AcdCommand.NotReady(at, agent, reason);
            case "wrap-up-ended" -> at -> new AcdCommand.WrapUpEnded(at, agent);
            case "wrap-up-extended" -> at -> new AcdCommand.ExtendWrapUp(at, agent, millis);
            default -> throw ApiError.badRequest("state is one of " + String.join(", ", STATES));
        };
    }

    private void setSkills(Context context) throws InterruptedException {
        String id = agent(context).id();
        JsonNode given = Body.of(context, List.of("skills")).node("skills");
        if (!given.isObject() || given.size() > MAX_SKILLS) {
            throw ApiError.badRequest("skills maps up to " + MAX_SKILLS + " names to levels from 1 to 10");
        }
        Map<String, Integer> skills = new TreeMap<>();
        for (Map.Entry<String, JsonNode> skill : given.properties()) {
            if (!skill.getValue().isIntegralNumber()) {
                throw ApiError.badRequest(Printable.line(skill.getKey()) + " needs a level from 1 to 10");
            }
            skills.put(skill.getKey(), skill.getValue().asInt());
        }
        router.apply(at -> new AcdCommand.SetSkills(at, id, Map.copyOf(skills)));
        Replies.json(context, agent(context));
    }

    private void openOrClose(Context context) throws InterruptedException {
        String name = queue(context).name();
        Body body = Body.of(context, List.of("state", "sendAway"));
        boolean sendAway = body.flag("sendAway");
        switch (body.text("state", MAX_REASON).orElse("")) {
            case "open" -> router.apply(at -> new AcdCommand.OpenQueue(at, name));
            case "closed" -> router.apply(at -> new AcdCommand.CloseQueue(at, name, sendAway));
            default -> throw ApiError.badRequest("state is open or closed");
        }
        Replies.json(context, queue(context));
    }

    private AgentSnapshot agent(Context context) {
        String id = context.pathParam("id");
        return fresh().agent(id).orElseThrow(() -> ApiError.notFound("there is no agent " + Printable.line(id)));
    }

    private QueueSnapshot queue(Context context) {
        String name = context.pathParam("name");
        return fresh().queue(name).orElseThrow(() -> ApiError.notFound("there is no queue " + Printable.line(name)));
    }

    private LiveSnapshot fresh() {
        try {
            return feed.fresh();
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
