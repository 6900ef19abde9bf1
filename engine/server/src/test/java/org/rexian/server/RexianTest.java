package org.rexian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.server.check.SiteCheck;
import tools.jackson.databind.JsonNode;

/** The engine as it is wired, on loopback: from the wire to the database, the API and the metrics. */
class RexianTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder = Path.of("");

    private Optional<Rexian> running = Optional.empty();

    @AfterEach
    void close() {
        running.ifPresent(Rexian::close);
        client.close();
    }

    private Rexian start(String trunk) throws Exception {
        SiteCheck.Outcome outcome = SiteCheck.of(Site.write(folder, trunk, "0"));
        assertThat(outcome).isInstanceOf(SiteCheck.Outcome.Fit.class);
        Rexian rexian = Rexian.start((SiteCheck.Outcome.Fit) outcome);
        running = Optional.of(rexian);
        return rexian;
    }

    private int sipPort(Rexian rexian) {
        return rexian.sipAddresses().getFirst().address().getPort();
    }

    private String get(Rexian rexian, String path) throws Exception {
        String token = Files.readString(folder.resolve("data/http-token")).strip();
        URI uri = URI.create("http://127.0.0.1:" + rexian.httpPort().orElseThrow() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private JsonNode oneCall(Rexian rexian) {
        await().until(() -> !get(rexian, "/api/calls").contains("\"calls\":[]"));
        try {
            return Json.mapper()
                    .readTree(get(rexian, "/api/calls"))
                    .path("calls")
                    .path(0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String options(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(10_000);
            String request = "OPTIONS sip:127.0.0.1:" + port + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                    + socket.getLocalPort() + ";branch=z9hG4bKping;rport\r\nMax-Forwards: 70\r\n"
                    + "From: <sip:ping@127.0.0.1>;tag=p\r\nTo: <sip:127.0.0.1>\r\nCall-ID: ping\r\n"
                    + "CSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
            byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(new byte[4_096], 4_096);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void aCallGoesFromTheWireToTheDatabaseTheApiAndTheMetrics() throws Exception {
        Rexian rexian = start("127.0.0.1");
        assertThat(options(sipPort(rexian))).startsWith("SIP/2.0 200 ");

        try (Caller caller = new Caller()) {
            caller.call("10060", "13800138000", sipPort(rexian));
            caller.hears("answered");
            await().until(() -> get(rexian, "/metrics").contains("rexian_calls_active 1.0"));
            caller.hangUp();
            caller.hears("ended LOCAL");
            await().until(() -> get(rexian, "/metrics").contains("rexian_calls_active 0.0"));
        }

        JsonNode call = oneCall(rexian);
        assertThat(call.path("from").asString()).isEqualTo("13800138000");
        assertThat(call.path("to").asString()).isEqualTo("10060");
        assertThat(call.path("cause").asString()).isEqualTo("caller-hangup");
        long id = call.path("id").asLong();
        assertThat(get(rexian, "/api/calls/" + id)).contains("\"role\":\"caller\"", "\"flow\":\"main\"");
        assertThat(get(rexian, "/metrics"))
                .contains("rexian_calls_total{cause=\"caller-hangup\"} 1.0")
                .contains("rexian_sip_messages_out_total{kind=\"response\"}")
                .contains("rexian_sip_sessions_begun_total 1.0")
                .contains("rexian_records_written_total 1.0")
                .contains("rexian_media_no_port_total 0.0")
                .containsPattern("rexian_sip_messages_in_total\\{kind=\"request\"\\} [4-9]\\.0");
        rexian.close();
        running = Optional.empty();
        assertThat(inDatabase(id)).isEqualTo("caller-hangup");
    }

    private String inDatabase(long id) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/rexian.db"));
                var query = connection.prepareStatement("select cause from call_record where id = ?")) {
            query.setLong(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "none";
            }
        }
    }

    @Test
    void aStrangerMeetsAChallengeWhichIsNoRecord() throws Exception {
        Rexian rexian = start("192.0.2.1");
        try (Caller stranger = new Caller()) {
            stranger.call("10060", "13800138000", sipPort(rexian));
            stranger.hears("ended REJECTED 401");
        }
        assertThat(get(rexian, "/metrics"))
                .contains("rexian_sip_challenges_total 1.0")
                .doesNotContain("rexian_calls_total{");
        assertThat(get(rexian, "/api/calls")).contains("\"calls\":[]");
    }

    @Test
    void everySeriesThatIsServedStandsOnTheReferencePage() throws Exception {
        Rexian rexian = start("127.0.0.1");
        try (Caller caller = new Caller()) {
            caller.call("404", "1", sipPort(rexian));
            caller.hears("ended REJECTED 404");
        }
        assertThat(oneCall(rexian).path("sipStatus").asInt()).isEqualTo(404);
        String reference = Files.readString(Docs.page("reference/metrics.md"));
        assertThat(Pattern.compile("(?m)^# TYPE (rexian_\\w+) ")
                        .matcher(get(rexian, "/metrics"))
                        .results()
                        .map(match -> match.group(1)))
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(reference).contains("`" + name + "`"));
    }
}
