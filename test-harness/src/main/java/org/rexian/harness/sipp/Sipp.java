package org.rexian.harness.sipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rexian.harness.process.ChildProcess;
import org.rexian.harness.process.DebianTool;
import org.rexian.harness.process.LocalPorts;

/**
 * One run of SIPp to be: a scenario of {@code test-harness/sipp} and how to run it. Each setter gives a changed copy.
 *
 * <p>Everything is bound to 127.0.0.1. The run has a directory of its own for its logs and statistics.
 */
public final class Sipp {
    /** RTP ports that a run may take: one a call at the same time, in pairs. */
    private static final int MEDIA_PORTS = 20;

    private final Path scenario;
    private final Map<String, String> options;
    private final Map<String, String> keys;
    private final Optional<InetSocketAddress> remote;
    private final Optional<Path> talk;
    private final boolean tcp;

    private Sipp(
            Path scenario,
            Map<String, String> options,
            Map<String, String> keys,
            Optional<InetSocketAddress> remote,
            Optional<Path> talk,
            boolean tcp) {
        this.scenario = scenario;
        this.options = options;
        this.keys = keys;
        this.remote = remote;
        this.talk = talk;
        this.tcp = tcp;
    }

    /** A scenario by its file name without {@code .xml}, one call, number 10060 as caller {@code sipp}, UDP. */
    public static Sipp scenario(String name) {
        Path file = scenarios().resolve(name + ".xml");
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("no scenario " + file.toAbsolutePath());
        }
        return new Sipp(
                        file.toAbsolutePath(),
                        Map.of("-s", "10060", "-m", "1"),
                        Map.of("caller", "sipp", "keys", "1", "password", "none", "expires", "60"),
                        Optional.empty(),
                        Optional.empty(),
                        false)
                .localPort(LocalPorts.free());
    }

    private static Path scenarios() {
        String given = System.getProperty("rexian.sipp.scenarios", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path here = Path.of("sipp");
        return Files.isDirectory(here) ? here : Path.of("test-harness", "sipp");
    }

    /** Where to call. Without it the run waits to be called. */
    public Sipp to(InetSocketAddress server) {
        return new Sipp(scenario, options, keys, Optional.of(server), talk, tcp);
    }

    /** The number to call. */
    public Sipp number(String user) {
        return option("-s", user);
    }

    /** The number of calls after which the run ends by itself. */
    public Sipp calls(int count) {
        return option("-m", Integer.toString(count));
    }

    /** New calls a second, and how many may be open at once. */
    public Sipp rate(int perSecond, int open) {
        return option("-r", Integer.toString(perSecond)).option("-l", Integer.toString(open));
    }

    /** The length of the scenario's pauses that don't say their own. */
    public Sipp pauseMillis(int millis) {
        return option("-d", Integer.toString(millis));
    }

    /** This side's SIP port. */
    public Sipp localPort(int port) {
        return option("-p", Integer.toString(port));
    }

    /** Sends back what it hears, so that the far side hears itself. */
    public Sipp echo() {
        return option("-rtp_echo", "");
    }

    /** The file that {@code caller-talks} plays, written by {@link TalkPcap}. */
    public Sipp talk(Path pcap) {
        return new Sipp(scenario, options, keys, remote, Optional.of(pcap.toAbsolutePath()), tcp);
    }

    /** A {@code [name]} of the scenario: caller, keys, password, expires. */
    public Sipp key(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(name, value);
        return new Sipp(scenario, options, more, remote, talk, tcp);
    }

    /** Over one TCP connection. */
    public Sipp overTcp() {
        return new Sipp(scenario, options, keys, remote, talk, true);
    }

    /** Any other option of SIPp; an empty value for an option without one. */
    public Sipp option(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return new Sipp(scenario, more, keys, remote, talk, tcp);
    }

    /** Starts the process. One that waits to be called is bound to its port when this returns. */
    public SippRun start() throws InterruptedException {
        Path directory = runDirectory();
        ChildProcess process = ChildProcess.start("sipp", directory, command(directory));
        SippRun run = new SippRun(scenario.getFileName().toString(), process, directory, sipPort());
        if (remote.isEmpty()) {
            run.awaitListening(tcp);
        }
        return run;
    }

    private int sipPort() {
        return Integer.parseInt(options.getOrDefault("-p", "0"));
    }

    private Path runDirectory() {
        try {
            Path directory = Files.createTempDirectory("rexian-sipp-");
            Files.copy(scenario, directory.resolve(scenario.getFileName()));
            if (talk.isPresent()) {
                Files.copy(talk.get(), directory.resolve("talk.pcap"));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command(Path directory) {
        List<String> command = new ArrayList<>(List.of(DebianTool.SIPP.program()));
        remote.ifPresent(server -> command.add(server.getAddress().getHostAddress() + ":" + server.getPort()));
        command.addAll(List.of("-sf", scenario.getFileName().toString(), "-t", tcp ? "t1" : "u1", "-nostdin"));
        command.addAll(List.of("-i", "127.0.0.1", "-bind_local", "-mi", "127.0.0.1", "-ci", "127.0.0.1"));
        command.addAll(List.of("-mp", Integer.toString(LocalPorts.freeRun(MEDIA_PORTS))));
        command.addAll(List.of(
                "-trace_err", "-error_file", directory.resolve("errors.log").toString()));
        command.addAll(List.of(
                "-trace_stat",
                "-fd",
                "1",
                "-stf",
                directory.resolve("statistics.csv").toString()));
        options.forEach((name, value) -> command.addAll(value.isEmpty() ? List.of(name) : List.of(name, value)));
        keys.forEach((name, value) -> command.addAll(List.of("-key", name, value)));
        return command;
    }
}
