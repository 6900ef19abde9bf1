package org.rexian.harness.sipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.rexian.harness.process.ChildProcess;
import org.rexian.harness.process.Eventually;
import org.rexian.harness.process.LocalPorts;

/** A running SIPp. Closing it ends the process and removes its directory. */
public final class SippRun implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(5);

    private final String scenario;
    private final ChildProcess process;
    private final Path directory;
    private final int sipPort;

    SippRun(String scenario, ChildProcess process, Path directory, int sipPort) {
        this.scenario = scenario;
        this.process = process;
        this.directory = directory;
        this.sipPort = sipPort;
    }

    void awaitListening(boolean tcp) throws InterruptedException {
        boolean up = Eventually.holds(
                START,
                () -> !process.alive() || (tcp ? LocalPorts.tcpListening(sipPort) : LocalPorts.udpBound(sipPort)));
        if (!up || !process.alive()) {
            throw new IllegalStateException(scenario + " does not listen on " + sipPort + "\n" + log());
        }
    }

    /** This side's SIP port. */
    public int sipPort() {
        return sipPort;
    }

    public boolean running() {
        return process.alive();
    }

    /** Counts up to now, at most a second old. */
    public SippStatistics statistics() {
        return SippStatistics.read(directory.resolve("statistics.csv"));
    }

    /** Waits until all calls are done and well; fails with SIPp's error log if any is not, or when {@code patience} is over. */
    public SippStatistics requireSuccess(Duration patience) throws InterruptedException {
        OptionalInt exit = process.awaitExit(patience);
        if (exit.isEmpty()) {
            throw new IllegalStateException(scenario + " is not done after " + patience + "\n" + log());
        }
        if (exit.getAsInt() != 0) {
            throw new IllegalStateException(scenario + " failed (exit " + exit.getAsInt() + ")\n" + log());
        }
        return statistics();
    }

    /** Waits for the end, well or not. */
    public SippStatistics awaitEnd(Duration patience) throws InterruptedException {
        if (process.awaitExit(patience).isEmpty()) {
            throw new IllegalStateException(scenario + " is not done after " + patience + "\n" + log());
        }
        return statistics();
    }

    /** SIGKILL: a phone that loses its power. */
    public void kill() {
        process.kill();
    }

    /** SIPp's error log and, when that is empty, what it wrote to its terminal. */
    public String log() {
        Path errors = directory.resolve("errors.log");
        try {
            String log = Files.exists(errors) ? Files.readString(errors) : "";
            return log.isBlank() ? tail(process.output()) : log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every response time that SIPp logged, in milliseconds; needs the options {@code -trace_rtt} and {@code -rtt_freq}. */
    public List<Double> responseMillis() {
        try (Stream<Path> files = Files.list(directory)) {
            Path csv = files.filter(file -> file.getFileName().toString().endsWith("_rtt.csv"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no response times: run with -trace_rtt"));
            return Files.readAllLines(csv).stream()
                    .map(line -> line.split(";", -1))
                    .filter(fields -> fields.length == 3 && fields[1].matches("[0-9.]+"))
                    .map(fields -> Double.parseDouble(fields[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 4000));
    }
}
