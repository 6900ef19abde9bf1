package org.rexian.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rexian.server.Json;

/** Writes JSON answers. */
final class Replies {

    private Replies() {}

    static void json(Context context, Object value) {
        context.contentType("application/json; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .result(Json.text(value).getBytes(StandardCharsets.UTF_8));
    }

    static void error(Context context, int status, String message) {
        context.status(status);
        json(context, Map.of("error", message));
    }
}
