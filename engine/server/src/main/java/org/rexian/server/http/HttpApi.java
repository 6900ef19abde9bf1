package org.rexian.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rexian.call.CallControl;
import org.rexian.server.Printable;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.config.HttpConfiguration;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveView;
import org.rexian.server.reload.Reload;
import org.rexian.server.storage.CallArchive;
import org.rexian.server.storage.StoryArchive;
import org.rexian.server.why.Stories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API of docs/reference/http.md, on virtual threads. {@code /healthz} answers everybody who reaches the port,
 * everything else wants what {@link Access} says.
 */
public final class HttpApi implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpApi.class);

    private final Javalin javalin;
    private final HttpConfiguration settings;

    /** What the API reads and writes. {@code metrics} gives the page for Prometheus. */
    public record Parts(
            AcdRing ring,
            LiveView view,
            LiveFeed feed,
            CallArchive archive,
            EventStream stream,
            Supplier<String> metrics,
            StatisticsResource.Parts statistics,
            CallControl control,
            Reload reload,
            Stories stories,
            StoryArchive storyArchive,
            LongSupplier clock) {}

    /**
     * Binds and serves.
     *
     * @throws IOException when the port is taken
     * @throws IllegalArgumentException without a token
     */
    public static HttpApi start(HttpConfiguration settings, Parts parts) throws IOException {
        HttpApi api = new HttpApi(settings, parts);
        try {
            api.javalin.start(
                    settings.listen().getAddress().getHostAddress(),
                    settings.listen().getPort());
        } catch (RuntimeException e) { // Javalin wraps the BindException in a type of its own
            throw bindFailure(settings, e);
        }
        log.info("http api on http://{}:{}/", settings.listen().getAddress().getHostAddress(), api.port());
        return api;
    }

    private HttpApi(HttpConfiguration settings, Parts parts) {
        this.settings = settings;
        this.javalin = Javalin.create(config -> configure(config, parts));
    }

    private static IOException bindFailure(HttpConfiguration settings, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("Port already in use")) {
                return new IOException(
                        "http: " + settings.listen().getAddress().getHostAddress() + ":"
                                + settings.listen().getPort()
                                + " is taken by another program, or not an address of this"
                                + " machine: change http.listen",
                        e);
            }
        }
        throw e;
    }

    private void configure(JavalinConfig config, Parts parts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = settings.maxBodyBytes();
        config.http.generateEtags = false;
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setIdleTimeout(Duration.ofMinutes(10));
            factory.setMaxTextMessageSize(1024);
        });
        errors(config.routes);
        routes(config.routes, parts);
    }

    private void routes(RoutesConfig routes, Parts parts) {
        Access access = new Access(settings.token());
        routes.before("/api/*", access::check);
        routes.before("/metrics", access::check);
        routes.wsBeforeUpgrade("/api/*", access::check);
        routes.get("/healthz", context -> healthy(context, parts.feed()));
        routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(parts.metrics().get()));
        new CallsResource(parts.archive()).addTo(routes);
        Router router = new Router(parts.ring(), parts.clock());
        new FloorResource(router, parts.feed()).addTo(routes);
        new ContactsResource(router).addTo(routes);
        new StatisticsResource(parts.statistics(), parts.feed()).addTo(routes);
        new TalkResource(parts.control(), parts.clock()).addTo(routes);
        new ReloadResource(parts.reload()).addTo(routes);
        WhyResource.Sources stories = new WhyResource.Sources(parts.stories(), parts.storyArchive());
        new WhyResource(router, stories).addTo(routes);
        parts.stream().addTo(routes, parts.ring(), parts.view());
    }

    private static void errors(RoutesConfig routes) {
        routes.exception(ApiError.class, (error, context) -> Replies.error(context, error.status(), error.text()));
        routes.exception(
                HttpResponseException.class,
                (error, context) ->
                        Replies.error(context, error.getStatus(), Printable.line(String.valueOf(error.getMessage()))));
        routes.exception(Exception.class, (error, context) -> {
            log.error("{} {} failed", context.method(), Printable.line(context.path()), error);
            Replies.error(context, 500, "the request failed on our side; the log says why");
        });
    }

    private static void healthy(Context context, LiveFeed feed) throws InterruptedException {
        try {
            feed.snapshot();
            Replies.json(context, Map.of("status", "ok"));
        } catch (TimeoutException e) {
            Replies.error(context, 503, "the router does not answer");
        }
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
