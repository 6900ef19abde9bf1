package org.rexian.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rexian.server.Json;
import org.rexian.server.Printable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object of a request, read key by key; whatever does not fit is a 400 that says what would. */
final class Body {

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /** A body that holds none but these keys. */
    static Body of(Context context, List<String> keys) {
        if (!context.isJson()) {
            throw ApiError.badRequest("send the body as Content-Type: application/json");
        }
        JsonNode read = parsed(context);
        if (!read.isObject()) {
            throw ApiError.badRequest("the body is a JSON object with " + String.join(", ", keys));
        }
        for (String name : read.propertyNames()) {
            if (!keys.contains(name)) {
                throw ApiError.badRequest(
                        "unknown key '" + Printable.line(name) + "'; known: " + String.join(", ", keys));
            }
        }
        return new Body(read);
    }

    private static JsonNode parsed(Context context) {
        try {
            return Json.mapper().readTree(context.bodyAsBytes());
        } catch (JacksonException e) {
            throw ApiError.badRequest("the body is not JSON: " + Printable.line(e.getOriginalMessage()));
        }
    }

    JsonNode node(String key) {
        return object.path(key);
    }

    /** Printable text up to this long; empty where the key is absent. */
    Optional<String> text(String key, int longest) {
        JsonNode node = object.path(key);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        String text = node.isString() ? node.asString() : "";
        if (!node.isString() || text.length() > longest || !Printable.line(text).equals(text)) {
            throw ApiError.badRequest(key + " is up to " + longest + " printable characters");
        }
        return Optional.of(text);
    }

    /** The same, which must be there and not empty. */
    String needed(String key, int longest) {
        return text(key, longest)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ApiError.badRequest("'" + key + "' is missing"));
    }

    /** A whole number within these bounds; empty where the key is absent. */
    OptionalLong number(String key, long min, long max) {
        JsonNode node = object.path(key);
        if (node.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!node.isIntegralNumber() || node.asLong() < min || node.asLong() > max) {
            throw ApiError.badRequest(key + " is a whole number from " + min + " to " + max);
        }
        return OptionalLong.of(node.asLong());
    }

    /** True or false; false where the key is absent. */
    boolean flag(String key) {
        JsonNode node = object.path(key);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw ApiError.badRequest(key + " is true or false");
        }
        return node.asBoolean(false);
    }
}
