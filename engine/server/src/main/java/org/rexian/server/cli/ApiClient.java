package org.rexian.server.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.rexian.server.Json;
import org.rexian.server.Printable;
import org.rexian.server.config.ApiAddress;
import org.rexian.server.config.ConfigurationFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks a running engine by its HTTP API, for commands that act on one. */
final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final String token;

    /** What the engine said. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** The engine's word against the request. */
        String error() {
            return Printable.line(body.path("error").asString("status " + status));
        }
    }

    /** Nobody answers there, or not us; the message says what to do. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        Unreachable(String message) {
            super(message);
        }
    }

    private ApiClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The engine that runs with this file; {@code REXIAN_TOKEN} is used where neither file nor data folder has the token. */
    static ApiClient of(Path file) throws Unreachable {
        ApiAddress api = ConfigurationFile.api(file)
                .orElseThrow(() -> new Unreachable("can't read where the engine listens from " + file));
        InetSocketAddress listen = api.listen();
        InetAddress host =
                listen.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listen.getAddress();
        String name = host.getHostAddress().contains(":") ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
        return new ApiClient(URI.create("http://" + name + ":" + listen.getPort()), token(api));
    }

    private static String token(ApiAddress api) throws Unreachable {
        if (api.token().present()) {
            return api.token().reveal();
        }
        Path kept = api.data().resolve("http-token");
        try {
            return Files.readString(kept).strip();
        } catch (IOException e) {
            return Optional.ofNullable(System.getenv("REXIAN_TOKEN"))
                    .orElseThrow(() -> new Unreachable(
                            "no token: " + kept + " can't be read; run as the engine's user, or set REXIAN_TOKEN"));
        }
    }

    Answer get(String path) throws Unreachable, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(String path, Object body) throws Unreachable, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) throws Unreachable, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
        } catch (ConnectException e) {
            throw new Unreachable("no engine listens at " + base + ": is it running with this file?");
        } catch (JacksonException | IOException e) {
            throw new Unreachable(
                    "no sensible answer from " + base + ": " + Printable.line(String.valueOf(e.getMessage())));
        }
    }
}
