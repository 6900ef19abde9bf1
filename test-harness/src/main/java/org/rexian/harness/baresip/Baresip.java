package org.rexian.harness.baresip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.rexian.harness.audio.WavFile;
import org.rexian.harness.process.ChildProcess;
import org.rexian.harness.process.DebianTool;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.process.LocalPorts;
import tools.jackson.databind.JsonNode;

/**
 * A headless baresip: a SIP phone that we did not write. It is told what to do over its control port, and leaves what it heard in a
 * WAV file a call. One call at a time.
 */
public final class Baresip implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    /** baresip needs its SIP port and the next one, for TLS. */
    private static final int SIP_PORTS = 2;
    /** From the line about a REGISTER that was answered 200: {@code 200 OK () [1 binding]}. */
    private static final String BOUND = "[1 binding]";

    private final BaresipSettings settings;
    private final Path directory;
    private final int sipPort;
    private final ChildProcess process;
    private final ControlConnection control;
    private final List<String> events = new CopyOnWriteArrayList<>();

    private Baresip(BaresipSettings settings) throws InterruptedException {
        this.settings = settings;
        this.directory = newDirectory();
        this.sipPort = LocalPorts.freeRun(SIP_PORTS);
        int controlPort = LocalPorts.free();
        settings.write(directory, sipPort, controlPort);
        this.process = ChildProcess.start(
                "baresip", directory, List.of(DebianTool.BARESIP.program(), "-f", directory.toString(), "-v"));
        this.control = connect(controlPort);
    }

    /** Starts the process and, where it has a registrar, waits until it is registered. */
    public static Baresip start(BaresipSettings settings) throws InterruptedException {
        Baresip phone = new Baresip(settings);
        if (settings.registrar().isPresent()) {
            phone.awaitRegistered();
        }
        return phone;
    }

    /** It registers by itself, often before its control port has our connection, and then the event went to nobody: the log has it. */
    private void awaitRegistered() throws InterruptedException {
        if (!Eventually.holds(START, () -> process.output().contains(BOUND))) {
            throw new IllegalStateException(settings.user() + " is not registered\n" + log());
        }
    }

    private ControlConnection connect(int port) throws InterruptedException {
        boolean up = Eventually.holds(START, () -> !process.alive() || LocalPorts.tcpListening(port));
        if (!up || !process.alive()) {
            throw new IllegalStateException("baresip does not start\n" + process.output());
        }
        try {
            return new ControlConnection(port, this::onMessage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onMessage(JsonNode message) {
        if (message.path("event").asBoolean(false)) {
            events.add(message.path("type").asString(""));
        }
    }

    /** The address of this phone, for a peer without a registrar. */
    public int sipPort() {
        return sipPort;
    }

    /** Calls {@code sip:...}; {@link #awaitEstablished} tells when it is answered. */
    public void dial(String uri) {
        control.command("dial", uri);
    }

    /** Answers the call that rings. */
    public void answer() {
        control.command("accept", "");
    }

    public void hangUp() {
        control.command("hangup", "");
    }

    /** Presses keys as RFC 4733 events, one each 300 ms. */
    public void press(String keys) throws InterruptedException {
        for (int i = 0; i < keys.length(); i++) {
            control.command("sndcode", keys.substring(i, i + 1));
            Thread.sleep(300);
        }
    }

    /** Waits until {@code count} calls have been answered on this phone since its start. */
    public void awaitEstablished(int count, Duration patience) throws InterruptedException {
        await("CALL_ESTABLISHED", count, patience);
    }

    /** Waits until {@code count} calls have ended since its start. */
    public void awaitClosed(int count, Duration patience) throws InterruptedException {
        await("CALL_CLOSED", count, patience);
    }

    private void await(String event, int count, Duration patience) throws InterruptedException {
        if (!Eventually.holds(patience, () -> count(event) >= count)) {
            throw new IllegalStateException(
                    settings.user() + " saw no " + event + " (number " + count + "), only " + events + "\n" + log());
        }
    }

    private long count(String event) {
        return events.stream().filter(event::equals).count();
    }

    /** What it heard in its last call, once that has ended: mono, 8,000 samples a second. */
    public WavFile heard() {
        try (Stream<Path> files = Files.list(directory.resolve("heard"))) {
            return files.filter(file -> file.toString().endsWith("-dec.wav"))
                    .max(Comparator.naturalOrder())
                    .map(WavFile::read)
                    .orElseThrow(() -> new IllegalStateException(settings.user() + " heard nothing\n" + log()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: the phone loses its power in the middle of whatever it does. */
    public void kill() {
        process.kill();
    }

    /** The end of what it wrote to its terminal. */
    public String log() {
        String output = process.output();
        return output.substring(Math.max(0, output.length() - 6000));
    }

    /** Ends the process; it unregisters and hangs up first. */
    @Override
    public void close() {
        control.close();
        process.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("rexian-baresip-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
