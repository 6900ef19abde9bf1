package org.rexian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.acd.AgentView;
import org.rexian.acd.ContactView;
import org.rexian.server.check.SiteCheck;
import org.rexian.server.cli.RexianCommand;
import org.rexian.server.reload.Reload.Outcome;

/** The configuration is read again while callers wait: real SIP, a real engine, nobody loses a place. */
class ReloadTest {

    private static final String SITE = """
            hotlines: [hotline]
            sip:
              listen: [udp:127.0.0.1:0]
              trunks: [{name: carrier, addresses: [127.0.0.1]}]
              accounts: [{user: "1001", password: secret}]
            media: {ports: 24200-24399}
            calls: {drain: 0, prompts: "PROMPTS"}
            http: {listen: 127.0.0.1:PORT}
            acd:
              queues:
                - {name: service, join-empty: on, requirement: "lang.zh >= 3"}
              agents:
                - {id: "1001", skills: {lang.zh: 5}, queues: [service]}
            """;

    private static final String FLOW = """
            flow: main
            steps:
              wait: {queue: {name: service, otherwise: bye}}
              bye: {end: {outcome: gone}}
            """;

    @TempDir
    Path folder = Path.of("");

    private final List<Caller> callers = new ArrayList<>();
    private String site = "";
    private Optional<Rexian> running = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        hotline("10060");
        site = SITE.replace(
                        "PROMPTS",
                        Docs.page("../ivr-scripts/system/prompts").normalize().toString())
                .replace("PORT", Integer.toString(freePort()));
        SiteCheck.Outcome outcome = SiteCheck.of(write(site));
        assertThat(outcome).isInstanceOf(SiteCheck.Outcome.Fit.class);
        running = Optional.of(Rexian.start((SiteCheck.Outcome.Fit) outcome));
    }

    @AfterEach
    void close() {
        callers.forEach(Caller::close);
        running.ifPresent(Rexian::close);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rexian.yaml"), text);
    }

    private void hotline(String number) throws IOException {
        Path at = Files.createDirectories(folder.resolve("hotline/flows"));
        Files.createDirectories(folder.resolve("hotline/prompts/en"));
        Files.writeString(folder.resolve("hotline/hotline.yaml"), """
                version: 1
                name: small
                languages: [en]
                zone: UTC
                numbers: {"%s": {flow: main}}
                queues: [service]
                skills: []
                """.formatted(number));
        Files.writeString(at.resolve("main.yaml"), FLOW);
    }

    private Rexian rexian() {
        return running.orElseThrow();
    }

    private void call(String number, String from) throws Exception {
        Caller caller = new Caller();
        callers.add(caller);
        caller.call(number, from, rexian().sipAddresses().getFirst().address().getPort());
        caller.hears("answered");
    }

    private String file() {
        return folder.resolve("rexian.yaml").toString();
    }

    private static String command(String... args) {
        StringWriter out = new StringWriter();
        RexianCommand.run(new PrintWriter(out, true), new PrintWriter(out, true), args);
        return out.toString();
    }

    private List<Long> waiting() throws InterruptedException, ExecutionException {
        return rexian().ring()
                .ask(core ->
                        core.waiting("service").stream().map(ContactView::id).toList())
                .get();
    }

    private AgentView agent(String id) throws InterruptedException, ExecutionException {
        return rexian().ring().ask(core -> core.agent(id).orElseThrow()).get();
    }

    @Test
    void nobodyLosesAPlace() throws Exception {
        for (String from : List.of("13800000001", "13800000002", "13800000003")) {
            call("10060", from);
            await().until(() -> waiting().size() == callers.size());
        }
        List<Long> before = waiting();

        write(site.replace("lang.zh >= 3", "lang.zhh >= 3"));
        Outcome.Refused refused = (Outcome.Refused) rexian().reload().now();
        assertThat(refused.problems().getFirst().toString())
                .startsWith(folder.resolve("rexian.yaml") + ":11:53: queue service: no agent has the skill 'lang.zhh'")
                .contains("did you mean lang.zh?");
        assertThat(waiting()).isEqualTo(before);
        assertThat(agent("1001").skills()).containsEntry("lang.zh", 5);

        write(site.replace("agents:", "  - {name: vip, ring: 30s}\n  agents:")
                .replace("lang.zh: 5}, queues: [service]", "lang.zh: 9}, queues: [service, vip]")
                .replace(
                        "[{user: \"1001\", password: secret}]",
                        "[{user: \"1001\", password: secret}, {user: \"1002\", contact: \"sip:1002@127.0.0.1:9\"}]")
                .replace(
                        "queues: [service, vip]}",
                        "queues: [service, vip]}\n    - {id: \"1002\", skills: {lang.zh: 9}, queues: [vip]}")
                .replace("24200-24399", "24200-24499"));
        hotline("10061");
        Outcome.Applied applied = (Outcome.Applied) rexian().reload().now();
        assertThat(applied.changed())
                .contains(
                        "acd.agents[1001].queues",
                        "acd.agents[1001].skills.lang.zh",
                        "acd.queues[vip].name",
                        "acd.queues[vip].ring")
                .anyMatch(what -> what.startsWith("hotline small (version "));
        assertThat(applied.needRestart()).containsExactly("media.ports");
        assertThat(waiting()).isEqualTo(before);
        assertThat(agent("1002").phoneRegistered()).isTrue();
        assertThat(agent("1001").phoneRegistered()).isFalse();
        assertThat(agent("1001").skills()).containsEntry("lang.zh", 9);
        assertThat(agent("1001").queues()).containsExactly("service", "vip", "direct");

        call("10061", "13800000004");
        await().until(() -> waiting().size() == 4);
        assertThat(waiting().subList(0, 3)).isEqualTo(before);
        assertThat(command("why", before.getFirst().toString(), "-c", file(), "--lang", "en"))
                .contains("waits in service at position 1", "1001 would do, but is not signed in");
        assertThat(command("reload", file())).isEqualTo("nothing has changed\nneeds a restart: media.ports\n");
        assertThat(callers.getFirst().heardSince()).isEmpty();
    }
}
