package org.rexian.harness.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rexian.harness.process.LocalPorts;

/**
 * What an engine under test shall be: written as {@code rexian.yaml} and a hotline beside it, in a folder of its own. Callers are anybody
 * on 127.0.0.1, which is a trunk.
 *
 * @param folder holds everything: configuration, hotline, data
 * @param firstMediaPort of {@code mediaPorts} UDP ports
 * @param record whether talks are recorded
 * @param ring how long an agent's phone rings
 * @param wrapUp time for notes after a talk
 * @param talks what talks shall be like beyond the defaults
 */
public record EngineSetup(
        Path folder,
        int sipPort,
        int httpPort,
        int firstMediaPort,
        int mediaPorts,
        boolean record,
        Duration ring,
        Duration wrapUp,
        List<AgentPhone> agents,
        Talks talks) {

    /** What the HTTP API wants of its clients. */
    public static final String HTTP_TOKEN = "only-for-tests-on-loopback";

    private static final int TEST_MEDIA_PORTS = 80;

    /**
     * An agent and the phone of that agent.
     *
     * @param password of a phone that registers; empty for one at {@code contact}
     */
    public record AgentPhone(String id, String password, Optional<String> contact) {
        public static AgentPhone registering(String id, String password) {
            return new AgentPhone(id, password, Optional.empty());
        }

        public static AgentPhone at(String id, int sipPort, String transport) {
            return new AgentPhone(
                    id, "", Optional.of("sip:" + id + "@127.0.0.1:" + sipPort + ";transport=" + transport));
        }
    }

    /**
     * Talks of an engine under test.
     *
     * @param settings what stands under {@code calls.talk}, as a YAML flow mapping without its braces; empty for the defaults
     * @param outsidePort SIP port of the trunk {@code outside} on 127.0.0.1, 0 for none
     * @param mediaTimeout after this long without audio a leg is lost
     * @param supervisor agent who supervises all others, empty for none
     */
    public record Talks(String settings, int outsidePort, Duration mediaTimeout, String supervisor) {
        /** As they come. */
        public static final Talks USUAL = new Talks("", 0, Duration.ofSeconds(30), "");
    }

    /** Free ports, recording on, phones ring for 5 s, no wrap-up. */
    public static EngineSetup in(Path folder, AgentPhone... agents) {
        return new EngineSetup(
                folder,
                LocalPorts.free(),
                LocalPorts.free(),
                LocalPorts.freeRun(TEST_MEDIA_PORTS),
                TEST_MEDIA_PORTS,
                true,
                Duration.ofSeconds(5),
                Duration.ZERO,
                List.of(agents),
                Talks.USUAL);
    }

    /** Without recordings and with as many media ports as there are from 32768 on. */
    public EngineSetup forLoad() {
        return new EngineSetup(
                folder, sipPort, httpPort, 32_768, 32_000, false, Duration.ofSeconds(20), Duration.ZERO, agents, talks);
    }

    public EngineSetup ringing(Duration time) {
        return new EngineSetup(
                folder, sipPort, httpPort, firstMediaPort, mediaPorts, record, time, wrapUp, agents, talks);
    }

    public EngineSetup talking(Talks next) {
        return new EngineSetup(
                folder, sipPort, httpPort, firstMediaPort, mediaPorts, record, ring, wrapUp, agents, next);
    }

    public InetSocketAddress sip() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), sipPort);
    }

    /** Where recordings are written. */
    public Path recordings() {
        return folder.resolve("data").resolve("recordings");
    }

    /** Writes everything; returns the configuration file. */
    Path write() {
        TestHotline.write(folder.resolve("hotline"));
        try {
            return Files.writeString(folder.resolve("rexian.yaml"), yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String yaml() {
        List<String> lines = new ArrayList<>(List.of(
                "data: data",
                "hotlines: [hotline]",
                "sip:",
                "  listen: [udp:127.0.0.1:%1$d, tcp:127.0.0.1:%1$d]".formatted(sipPort),
                "  trunks: [{name: everybody, addresses: [127.0.0.1]}%s]".formatted(outside()),
                "  limits: {sessions: 100000, transactions: 1000000}",
                "media: {address: 127.0.0.1, ports: %d-%d, timeout: %dms}"
                        .formatted(
                                firstMediaPort,
                                firstMediaPort + mediaPorts - 1,
                                talks.mediaTimeout().toMillis()),
                "calls: {record: %s, language: en, prompts: \"%s\", talk: {%s}}"
                        .formatted(
                                record ? "on" : "off",
                                Engine.home().resolve("ivr-scripts/system/prompts"),
                                talks.settings()),
                "http: {listen: 127.0.0.1:%d, token: %s}".formatted(httpPort, HTTP_TOKEN),
                "log: {level: warn}",
                "acd:",
                "  queues:",
                queue("service", "off"),
                queue("nobody", "on")));
        addAgents(lines);
        return String.join("\n", lines) + "\n";
    }

    private String outside() {
        return talks.outsidePort() == 0
                ? ""
                : ", {name: outside, host: \"127.0.0.1:%d\"}".formatted(talks.outsidePort());
    }

    private String agent(AgentPhone agent) {
        boolean supervises = agent.id().equals(talks.supervisor());
        return "    - {id: \"%s\", queues: [%s], team: %s%s}"
                .formatted(
                        agent.id(),
                        supervises ? "" : "service",
                        supervises ? "lead" : "desk",
                        supervises ? ", supervises: [desk]" : "");
    }

    private String queue(String name, String joinEmpty) {
        return "    - {name: %s, ring: %dms, wrap-up: %dms, join-empty: %s}"
                .formatted(name, ring.toMillis(), wrapUp.toMillis(), joinEmpty);
    }

    private void addAgents(List<String> lines) {
        if (agents.isEmpty()) {
            return;
        }
        lines.add("  agents:");
        agents.forEach(agent -> lines.add(agent(agent)));
        int at = lines.indexOf("sip:") + 1;
        List<String> accounts = new ArrayList<>(List.of("  accounts:"));
        agents.forEach(agent -> accounts.add(agent.contact()
                .map(uri -> "    - {user: \"%s\", contact: \"%s\"}".formatted(agent.id(), uri))
                .orElse("    - {user: \"%s\", password: \"%s\"}".formatted(agent.id(), agent.password()))));
        lines.addAll(at, accounts);
    }
}
