package org.rexian.server.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.statistics.ServiceLevel;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.Docs;
import org.rexian.server.FloorPlan;
import org.rexian.server.Json;
import org.rexian.server.MonotonicClock;
import org.rexian.server.Site;
import org.rexian.server.acd.AcdRing;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.config.HttpConfiguration;
import org.rexian.server.config.Secret;
import org.rexian.server.config.StorageConfiguration;
import org.rexian.server.live.LiveCalls;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveView;
import org.rexian.server.metrics.CallMetrics;
import org.rexian.server.metrics.FloorMetrics;
import org.rexian.server.metrics.Metrics;
import org.rexian.server.metrics.RouterMetrics;
import org.rexian.server.reload.Reload;
import org.rexian.server.statistics.Columns;
import org.rexian.server.statistics.HalfHours;
import org.rexian.server.statistics.StatisticsRecorder;
import org.rexian.server.storage.CallArchive;
import org.rexian.server.storage.CallRecordWriter;
import org.rexian.server.storage.Database;
import org.rexian.server.storage.Records;
import org.rexian.server.storage.StatisticsStore;
import org.rexian.server.storage.StoryArchive;
import org.rexian.server.why.Stories;
import tools.jackson.databind.JsonNode;

class HttpApiTest {

    private static final Secret TOKEN = new Secret("0123456789abcdef");

    @TempDir
    static Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final MonotonicClock clock = new MonotonicClock();
    private final EventStream stream = new EventStream(2, 100);
    private final Metrics metrics = new Metrics();
    private final LiveCalls calls = new LiveCalls();
    private final HalfHours halfHours = HalfHours.begin(StatisticsRules.standard());
    private final LiveView view = new LiveView(halfHours.fold(), FloorPlan.configuration(), calls, clock);
    private final CallMetrics callMetrics = new CallMetrics(metrics, calls);
    private final Database database = open();
    private final StoryArchive storyArchive = StoryArchive.start(database);
    private final Stories stories = new Stories(storyArchive::offer);
    private final AcdRing ring = new AcdRing(
            FloorPlan.core(halfHours), 1024, clock, List.of(view, stream, stories, new RouterMetrics(metrics)));
    private final LiveFeed feed = new LiveFeed(ring, view, clock);
    private final StatisticsStore store = new StatisticsStore(database);
    private final StatisticsRecorder recorder = StatisticsRecorder.start(store, halfHours, ring, clock);
    private final AskedControl asked = new AskedControl();
    private HttpApi api = start();

    private static Database open() {
        try {
            return Database.open(Files.createTempDirectory(folder, "db").resolve("rexian.db"));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpApi start() {
        try {
            return HttpApi.start(
                    settings("127.0.0.1", TOKEN),
                    new HttpApi.Parts(
                            ring,
                            view,
                            feed,
                            new CallArchive(database),
                            stream,
                            new FloorMetrics(metrics, feed),
                            new StatisticsResource.Parts(store, recorder, new Columns(ServiceLevel.Formula.F1)),
                            asked.control(),
                            reload(),
                            stories,
                            storyArchive,
                            clock));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reload reload() {
        try {
            Path site = Site.write(Files.createTempDirectory(folder, "site"), "127.0.0.1", "0");
            return new Reload((SiteCheck.Outcome.Fit) SiteCheck.of(site), (configuration, hotlines) -> {});
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpConfiguration settings(String address, Secret token) {
        return new HttpConfiguration(true, new InetSocketAddress(address, 0), token, 1024, 2, 100);
    }

    @BeforeEach
    void fill() {
        ring.start();
        ring.send(new AcdCommand.Configure(clock.millis(), FloorPlan.configuration()));
        ring.send(new AcdCommand.Reachable(clock.millis(), "ann", true));
        metrics.ring(ring);
        StorageConfiguration storage = new StorageConfiguration(Path.of("x"), folder.resolve("spill"), 1000, 100, 10);
        try (CallRecordWriter writer = CallRecordWriter.start(database, storage)) {
            LongStream.rangeClosed(1, 3).mapToObj(Records::call).forEach(writer::offer);
            metrics.records(writer);
        }
    }

    @AfterEach
    void close() {
        api.close();
        recorder.close();
        ring.close();
        storyArchive.close();
        database.close();
        metrics.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .header("Authorization", "Bearer " + TOKEN.reveal());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void callsAreListedPageByPageAndOneByOne() throws Exception {
        JsonNode page =
                Json.mapper().readTree(get("/api/calls?limit=2&queue=service").body());
        assertThat(page.path("calls").path(0).path("id").asLong()).isEqualTo(3);
        assertThat(page.path("next").asLong()).isEqualTo(2);
        JsonNode rest =
                Json.mapper().readTree(get("/api/calls?limit=2&before=2").body());
        assertThat(rest.path("calls").size()).isEqualTo(1);
        assertThat(rest.path("next").asLong()).isZero();
        assertThat(get("/api/calls/2").body()).contains("\"legs\":[{\"role\":\"caller\"", "\"language\":\"zh-CN\"");
        assertThat(get("/api/calls/99").statusCode()).isEqualTo(404);
        assertThat(get("/api/calls?since=2100-01-01T00:00:00Z").body()).isEqualTo("{\"calls\":[],\"next\":0}");
    }

    @Test
    void aWrongQuestionGetsAClearAnswer() throws Exception {
        assertThat(get("/api/calls?sinze=1").body()).contains("unknown parameter 'sinze'; known: agent, before");
        assertThat(get("/api/calls?since=yesterday").body()).contains("2026-11-22T08:00:00Z");
        assertThat(get("/api/calls?limit=1000").statusCode()).isEqualTo(400);
        assertThat(get("/api/calls/x").statusCode()).isEqualTo(400);
        HttpResponse<String> lost = get("/api/nothing");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
    }

    @Test
    void skillsQueuesAndPrioritiesAreSetByTheDesktop() throws Exception {
        assertThat(put("/api/agents/ann/skills", "{\"skills\":{\"lang.zh\":7,\"billing\":2}}")
                        .body())
                .contains("\"skills\":{\"billing\":2,\"lang.zh\":7}");
        assertThat(put("/api/agents/ann/skills", "{\"skills\":{\"lang.zh\":11}}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(put("/api/agents/ann/skills", "{\"skills\":[1]}").statusCode())
                .isEqualTo(400);
        assertThat(put("/api/agents/ann/skills", "{\"skils\":{}}").body())
                .contains("unknown key 'skils'; known: skills");
        assertThat(post("/api/agents/ann/state", "{\"state\":\"wrap-up-extended\"}")
                        .body())
                .contains("needs millis");
        assertThat(post("/api/agents/ann/state", "{\"state\":\"sign-in\"}").statusCode())
                .isEqualTo(200);
        ring.send(FloorPlan.enqueue(clock.millis(), 41));
        assertThat(get("/api/contacts?queue=service").body()).contains("\"id\":41", "\"priority\":0");
        assertThat(post("/api/contacts/41/priority", "{\"priority\":300}").body())
                .contains("\"priority\":300");
        assertThat(post("/api/contacts/41/priority", "{\"priority\":3000}").body())
                .contains("priority is a whole number from 0 to 1000");
        assertThat(post("/api/contacts/40/priority", "{\"priority\":3}").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/callbacks").body()).isEqualTo("{\"callbacks\":[]}");
        assertThat(post("/api/queues/service/state", "{\"state\":\"closed\",\"sendAway\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/contacts").body()).isEqualTo("{\"contacts\":[]}");
        assertThat(post("/api/queues/service/state", "{\"state\":\"ajar\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/queues/nowhere/state", "{\"state\":\"open\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whyIsAnsweredWhileAContactWaitsAndAfterIt() throws Exception {
        assertThat(post("/api/agents/ann/state", "{\"state\":\"sign-in\"}").statusCode())
                .isEqualTo(200);
        ring.send(FloorPlan.enqueue(clock.millis(), 42));
        assertThat(get("/api/why/contacts/42").body())
                .contains("Contact 42 waits in service at position 1", "\"reason\":\"AWAY\"", "\"what\":\"queued\"");
        assertThat(get("/api/why/contacts/42?lang=zh").body()).contains("联络 42 在队列 service 中等待");
        assertThat(get("/api/why/agents/ann").body()).contains("Contact 42 in service would be served");
        ring.send(new AcdCommand.Abandon(clock.millis(), 42));
        assertThat(get("/api/why/contacts/42").body())
                .contains("over: abandoned", "\"what\":\"ended\"")
                .doesNotContain("\"why\"");
        await().until(() -> storyArchive.find(42).isPresent());
        assertThat(storyArchive.find(42).orElseThrow().decisions()).hasSize(2);
        assertThat(get("/api/why/contacts/43").statusCode()).isEqualTo(404);
        assertThat(get("/api/why/contacts/x").statusCode()).isEqualTo(400);
        assertThat(get("/api/why/agents/eve").statusCode()).isEqualTo(404);
    }

    @Test
    void aReloadSaysWhatHasChanged() throws Exception {
        assertThat(post("/api/configuration/reload", "").body()).contains("\"changed\":[]", "\"needRestart\":[]");
        assertThat(post("/api/configuration/reload", "{\"file\":\"/etc/passwd\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anAgentsStateIsChangedOrTheReasonTold() throws Exception {
        assertThat(post("/api/agents/ann/state", "{\"state\":\"sign-in\"}").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/agents/ann/state", "{\"state\":\"ready\"}").body())
                .contains("\"state\":\"ready\"");
        assertThat(post("/api/agents/ann/state", "{\"state\":\"not-ready\",\"reason\":\"meal\"}")
                        .body())
                .contains("\"state\":\"not-ready\"", "\"reason\":\"meal\"");
        assertThat(post("/api/agents/bob/state", "{\"state\":\"wrap-up-ended\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/api/agents/eve/state", "{\"state\":\"ready\"}").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/agents/ann/state", "{\"state\":\"asleep\"}").body())
                .contains("state is one of sign-in");
        assertThat(post("/api/agents/ann/state", "{").statusCode()).isEqualTo(400);
        assertThat(post("/api/agents/ann/state", "{\"state\":\"not-ready\",\"reason\":\"a\\u001b[2J\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/agents/ann/state", " ".repeat(5000)).statusCode()).isEqualTo(413);
        assertThat(get("/api/agents").body()).contains("\"name\":\"王伟\"");
        assertThat(get("/api/queues").body()).contains("\"name\":\"service\"", "\"serviceLevel\":{\"f1\":null");
    }

    @Test
    void nobodyGetsInWithoutTheToken() throws Exception {
        for (String path : List.of("/api/calls", "/api/agents", "/metrics", "/api/nothing")) {
            HttpRequest bare = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                    .build();
            HttpResponse<String> answer = client.send(bare, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/healthz"))
                .build();
        assertThat(client.send(health, BodyHandlers.ofString()).body()).isEqualTo("{\"status\":\"ok\"}");
        assertThatThrownBy(() -> client.newWebSocketBuilder()
                        .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + "/api/events"), new Listener())
                        .join())
                .isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> HttpApi.start(settings("127.0.0.1", Secret.NONE), parts()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HttpApi.Parts parts() {
        StatisticsResource.Parts statistics =
                new StatisticsResource.Parts(store, recorder, new Columns(ServiceLevel.Formula.F1));
        return new HttpApi.Parts(
                ring,
                view,
                feed,
                new CallArchive(database),
                stream,
                () -> "",
                statistics,
                asked.control(),
                reload(),
                stories,
                storyArchive,
                clock);
    }

    @Test
    void whatDesktopsDoWithTalksGoesToTheCallsAndTheirAnswerComesBack() throws Exception {
        assertThat(post("/api/agents/1001/hold", "{}").body()).isEqualTo("{\"done\":true}");
        assertThat(post("/api/agents/1001/transfer", "{\"to\":\"sales\"}").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/agents/1009/barge", "{\"agent\":\"1001\"}").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/agents/1009/take-over", "{\"agent\":\"1001\"}").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/callbacks", "{\"queue\":\"service\",\"number\":\"13900000001\",\"tries\":2}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(asked.wishes)
                .containsExactly(
                        "hold 1001",
                        "transfer 1001 sales",
                        "supervise 1009 1001 BARGE",
                        "takeOver 1009 1001",
                        "requestCallback service 13900000001 CALLBACK");

        asked.refusal = "the agent is in no talk";
        HttpResponse<String> refused = post("/api/agents/1002/complete", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("the agent is in no talk");
        assertThat(post("/api/agents/1001/transfer", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/callbacks", "{\"queue\":\"service\",\"number\":\"sip:eve@example.com\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTokenIsDrawnOnceAndKeptForItsOwner() throws Exception {
        Path data = Files.createTempDirectory(folder, "token").resolve("data");
        Secret drawn = TokenFile.open(data);
        assertThat(drawn.reveal()).matches("[0-9a-f]{48}");
        assertThat(TokenFile.open(data)).isEqualTo(drawn);
        assertThat(Files.getPosixFilePermissions(TokenFile.in(data)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.delete(TokenFile.in(data));
        assertThat(TokenFile.open(data)).isNotEqualTo(drawn);
        Files.writeString(TokenFile.in(data), "short\n");
        assertThatThrownBy(() -> TokenFile.open(data)).hasMessageContaining("too short to be a secret");
    }

    @Test
    void theStreamBeginsWithASnapshotAndThenTellsWhatHappens() throws Exception {
        Listener listener = new Listener();
        WebSocket socket = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + TOKEN.reveal())
                .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + "/api/events"), listener)
                .get(5, SECONDS);
        await().until(() -> !listener.texts.isEmpty());
        ring.send(new AcdCommand.SignIn(clock.millis(), "ann"));
        stream.onCallStarted(5, 7, "carrier", "138\"\u001b", "10060");
        stream.onCallEnded(Records.call(7));
        await().until(() -> listener.texts.stream().anyMatch(text -> text.contains("call-ended")));
        assertThat(listener.texts.getFirst()).startsWith("{\"type\":\"snapshot\",\"at\":");
        assertThat(listener.texts)
                .anyMatch(text -> text.startsWith("{\"type\":\"agent-state-changed\",\"at\":")
                        && text.contains("\"agent\":\"ann\""))
                .anyMatch(text ->
                        text.startsWith("{\"type\":\"call-started\",\"id\":7") && text.contains("138\\\"\\u001B"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, SECONDS);
        await().until(() -> stream.open() == 0);
    }

    @Test
    void theMetricsOfTheReferencePageAreServed() throws Exception {
        callMetrics.onCallStarted(1, 1, "carrier", "1", "2");
        callMetrics.onCallEnded(Records.call(1));
        String page = get("/metrics").body();
        String reference = Files.readString(Docs.page("reference/metrics.md"));
        assertThat(page)
                .contains(
                        "rexian_calls_total{cause=\"caller-hangup\"} 1.0",
                        "rexian_queue_waiting{queue=\"service\"} 0.0")
                .contains("rexian_records_written_total 3.0", "rexian_agents{state=\"signed-out\"} 2.0");
        page.lines()
                .filter(line -> line.startsWith("# TYPE rexian_"))
                .map(line -> line.split(" ", 4)[2])
                .forEach(name -> assertThat(reference).contains("`" + name));
    }

    private static final class Listener implements WebSocket.Listener {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Test
    void statisticsAreTheLatestAsJsonAndAsCsv() throws Exception {
        ring.send(FloorPlan.enqueue(clock.millis(), 1));
        HttpResponse<String> response = get("/api/statistics?by=queue&interval=total&zone=Asia/Shanghai");
        JsonNode answer = Json.mapper().readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(answer.path("by").asString()).isEqualTo("queue");
        JsonNode row = answer.path("rows").path(0);
        assertThat(row.path("name").asString()).isEqualTo("service");
        assertThat(row.path("offered").asInt()).isEqualTo(1);
        assertThat(row.path("present").asInt()).isEqualTo(1);
        assertThat(row.path("serviceLevelF3").isNull()).isTrue();
        HttpResponse<String> csv = get("/api/statistics?by=tier&format=csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.body().lines().toList()).hasSize(2);
        assertThat(get("/api/statistics/live").body()).contains("\"by\":\"tier\"", "\"by\":\"skill\"");
    }

    @Test
    void statisticsSayWhatIsWrongWithARequest() throws Exception {
        for (String wrong : List.of(
                "by=colour", "interval=week", "zone=Atlantis", "from=2&to=1", "from=0&to=99999999999999", "x=1")) {
            assertThat(get("/api/statistics?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }
}
