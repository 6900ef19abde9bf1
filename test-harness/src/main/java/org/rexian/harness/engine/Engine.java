package org.rexian.harness.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rexian.harness.process.ChildProcess;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.process.LocalPorts;
import org.rexian.harness.process.ProcessUsage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running engine, started as an operator starts it: {@code serve -c rexian.yaml}, in a process of its own. */
public final class Engine implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EngineSetup setup;
    private final ChildProcess process;
    private final long startMillis;
    private final HttpClient http = HttpClient.newHttpClient();

    private Engine(EngineSetup setup, ChildProcess process, long startMillis) {
        this.setup = setup;
        this.process = process;
        this.startMillis = startMillis;
    }

    /** Starts it with this JVM's class path and waits for its first 200 to an OPTIONS. {@code javaOptions}: as for java. */
    public static Engine start(EngineSetup setup, String... javaOptions) throws InterruptedException {
        Path configuration = setup.write();
        long begin = System.nanoTime();
        ChildProcess process = ChildProcess.start("engine", setup.folder(), command(configuration, javaOptions));
        try (OptionsPing ping = new OptionsPing(setup.sip())) {
            boolean up = Eventually.holds(START, () -> !process.alive() || ping.answered());
            if (!up || !process.alive()) {
                String said = process.output();
                process.close();
                throw new IllegalStateException("the engine does not start:\n" + said);
            }
        }
        Engine engine = new Engine(setup, process, (System.nanoTime() - begin) / 1_000_000);
        // SIP is up first; the HTTP API follows.
        Eventually.require("the HTTP API", START, () -> LocalPorts.tcpListening(setup.httpPort()));
        return engine;
    }

    private static List<String> command(Path configuration, String... javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Drexian.home=" + home());
        command.addAll(Arrays.asList(javaOptions));
        command.addAll(List.of("-cp", classPath(), "org.rexian.server.Main", "serve", "-c", configuration.toString()));
        return command;
    }

    /** Where the prompts are that ship: the launcher says it, else the folder above that has them. */
    static Path home() {
        Path folder =
                Path.of(System.getProperty("rexian.home", ".")).toAbsolutePath().normalize();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("ivr-scripts/system/prompts"))) {
                return at;
            }
        }
        return folder;
    }

    /** Entries made absolute: the engine runs in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElse("");
    }

    public EngineSetup setup() {
        return setup;
    }

    public long pid() {
        return process.pid();
    }

    /** From the start of the process to the first 200 to an OPTIONS. */
    public long startMillis() {
        return startMillis;
    }

    public ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    /** What it wrote to its log. */
    public String log() {
        return process.output();
    }

    public boolean alive() {
        return process.alive();
    }

    /** Signs an agent in over HTTP and makes the agent ready, which signing in there does not. */
    public void signIn(String agent) {
        ask(agent, "sign-in");
        ask(agent, "ready");
    }

    /** Asks for another state of an agent over HTTP: {@code sign-in}, {@code ready}, {@code not-ready}, {@code sign-out}. */
    public void ask(String agent, String state) {
        post("/api/agents/" + agent + "/state", "{\"state\":\"" + state + "\"}");
    }

    /** The state of an agent, as {@code /api/agents} words it. */
    public String agentState(String agent) {
        return get("/api/agents/" + agent).path("state").asString("");
    }

    /** The records of the calls so far, newest first. */
    public List<JsonNode> calls() {
        List<JsonNode> calls = new ArrayList<>();
        get("/api/calls?limit=50").path("calls").forEach(calls::add);
        return calls;
    }

    /** Waits until {@code count} calls are on record. */
    public List<JsonNode> awaitCalls(int count, Duration patience) throws InterruptedException {
        Eventually.require(count + " call records", patience, () -> calls().size() >= count);
        return calls();
    }

    /** One call record whole. */
    public JsonNode call(long id) {
        return get("/api/calls/" + id);
    }

    /** GET of the HTTP API. */
    public JsonNode get(String path) {
        return JSON.readTree(send(request(path).GET().build()));
    }

    /** POST of a JSON body to the HTTP API; throws where it is not answered by 2xx. */
    public void post(String path, String body) {
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + setup.httpPort() + path))
                .header("Authorization", "Bearer " + EngineSetup.HTTP_TOKEN)
                .timeout(Duration.ofSeconds(10));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " gave "
                        + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** SIGTERM, and SIGKILL if it does not end within three seconds. */
    @Override
    public void close() {
        http.close();
        process.close();
    }
}
