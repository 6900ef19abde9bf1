package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.rexian.acd.ContactKind;
import org.rexian.acd.Dialling;
import org.rexian.call.CallControl;
import org.rexian.call.Outcome;
import org.rexian.call.SupervisionMode;

/** {@code POST /api/agents/{id}/transfer} and the like, and {@code POST /api/callbacks}: what desktops do with talks. */
final class TalkResource {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_NUMBER = 64;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long USUAL_TRIES = 3;
    private static final long USUAL_RETRY_MILLIS = 300_000;
    private static final long HIGHEST_PRIORITY = 1_000;

    private final CallControl control;
    private final LongSupplier clock;

    TalkResource(CallControl control, LongSupplier clock) {
        this.control = control;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        plain(routes, "hold", control::hold);
        plain(routes, "resume", control::resume);
        plain(routes, "complete", control::complete);
        plain(routes, "conference", control::conference);
        plain(routes, "retrieve", control::retrieve);
        plain(routes, "survey", control::survey);
        with(routes, "transfer", "to", control::transfer);
        with(routes, "consult", "to", control::consult);
        with(routes, "listen", "agent", (by, agent) -> control.supervise(by, agent, SupervisionMode.LISTEN));
        with(routes, "whisper", "agent", (by, agent) -> control.supervise(by, agent, SupervisionMode.WHISPER));
        with(routes, "barge", "agent", (by, agent) -> control.supervise(by, agent, SupervisionMode.BARGE));
        with(routes, "take-over", "agent", control::takeOver);
        routes.post("/api/callbacks", this::callback);
    }

    private static void plain(RoutesConfig routes, String name, Function<String, CompletableFuture<Outcome>> function) {
        routes.post("/api/agents/{id}/" + name, context -> answer(context, function.apply(context.pathParam("id"))));
    }

    private static void with(
            RoutesConfig routes,
            String name,
            String key,
            BiFunction<String, String, CompletableFuture<Outcome>> function) {
        routes.post("/api/agents/{id}/" + name, context -> {
            String value = Body.of(context, List.of(key)).needed(key, LONGEST_NUMBER);
            answer(context, function.apply(context.pathParam("id"), value));
        });
    }

    private void callback(Context context) throws InterruptedException, ExecutionException {
        Body body = Body.of(
                context,
                List.of("queue", "number", "kind", "notBefore", "notAfter", "tries", "retryMillis", "priority"));
        long now = clock.getAsLong();
        long notBefore = body.number("notBefore", 0, Long.MAX_VALUE).orElse(now);
        Dialling dialling = new Dialling(
                number(body),
                notBefore,
                body.number("notAfter", 0, Long.MAX_VALUE).orElse(notBefore + DAY_MILLIS),
                (int) body.number("tries", 1, 20).orElse(USUAL_TRIES),
                body.number("retryMillis", 0, DAY_MILLIS).orElse(USUAL_RETRY_MILLIS));
        int priority = (int) body.number("priority", 0, HIGHEST_PRIORITY).orElse(0);
        answer(
                context,
                control.requestCallback(
                        body.needed("queue", LONGEST_NUMBER), dialling, kind(body), priority, Map.of()));
    }

    /** What is dialled on a trunk is digits and nothing else. */
    private static String number(Body body) {
        String number = body.needed("number", LONGEST_NUMBER);
        if (!number.matches("\\+?[0-9]{2,24}")) {
            throw ApiError.badRequest("number is 2 to 24 digits, with or without + in front");
        }
        return number;
    }

    private static ContactKind kind(Body body) {
        return switch (body.text("kind", LONGEST_NUMBER).orElse("callback")) {
            case "callback" -> ContactKind.CALLBACK;
            case "outbound" -> ContactKind.OUTBOUND;
            default -> throw ApiError.badRequest("kind is callback or outbound");
        };
    }

    private static void answer(Context context, CompletableFuture<Outcome> outcome)
            throws InterruptedException, ExecutionException {
        try {
            switch (outcome.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                case Outcome.Done done -> Replies.json(context, Map.of("done", true));
                case Outcome.Refused(String reason) -> throw ApiError.conflict(reason);
            }
        } catch (TimeoutException e) {
            throw ApiError.unavailable("no word in time; it may still be carried out");
        }
    }
}
