package org.rexian.server.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rexian.server.CannotStart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The robots: SIP phones of the test harness, in a process of their own. What they say goes to a file, a JSON object a line. */
final class RobotProcess {

    private static final String MAIN = "org.rexian.harness.robots.Robots";
    private static final long GOODBYE_SECONDS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the robot callers count at their end. */
    record Tally(long calls, long answered, long talked, long abandoned, long refused, long open) {}

    private final Process process;
    private final Path log;

    private RobotProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static RobotProcess start(Path home, List<String> arguments, Path log) throws CannotStart {
        Path target = home.resolve("test-harness").resolve("target");
        Path jar = target.resolve("rexian-test-harness.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart("the robots are not built: " + jar + " is missing; run  mvn -DskipTests package");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                MAIN));
        command.addAll(arguments);
        try {
            return new RobotProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new CannotStart("the robots can't be started: " + e.getMessage(), e);
        }
    }

    /** Blocks until the robots have ended by themselves; their exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Lets the robots hang up, sign out and end. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the robot callers counted; empty where there were none, or they did not come to their end. */
    Optional<Tally> tally() throws IOException {
        List<String> lines = Files.readAllLines(log);
        for (String line : lines.reversed()) {
            Optional<JsonNode> summary =
                    parsed(line).filter(node -> node.path("event").asString().equals("summary"));
            if (summary.isPresent()) {
                JsonNode said = summary.get();
                return Optional.of(new Tally(
                        said.path("calls").asLong(),
                        said.path("answered").asLong(),
                        said.path("talked").asLong(),
                        said.path("abandoned").asLong(),
                        said.path("refused").asLong(),
                        said.path("open").asLong()));
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> parsed(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty(); // a line of the JVM's own
        }
    }
}
