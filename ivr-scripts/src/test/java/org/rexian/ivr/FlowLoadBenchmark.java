package org.rexian.ivr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * I2: reading and checking, each in a process that has just begun. The hotline that ships, and its flows 34 times over: 204 flows
 * with its 240 recordings. Run as {@link FlowRunBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class FlowLoadBenchmark {

    private static final Path SHIPPED = Path.of("hotlines/10060");
    private static final int COPIES = 34;

    private Path many = SHIPPED;

    @Setup
    public void copy() throws IOException {
        many = Files.createTempDirectory("flow-load-benchmark");
        Files.createSymbolicLink(
                many.resolve("prompts"), SHIPPED.resolve("prompts").toAbsolutePath());
        Files.copy(SHIPPED.resolve("calendars.yaml"), many.resolve("calendars.yaml"));
        Files.createDirectories(many.resolve("flows"));
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(SHIPPED.resolve("flows"))) {
            files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .forEach(names::add);
        }
        StringBuilder numbers = new StringBuilder("numbers:\n");
        for (int i = 0; i < COPIES; i++) {
            numbers.append("  \"1%03d\": {flow: main%d}\n  \"2%03d\": {flow: faults-line%d}\n".formatted(i, i, i, i));
            for (String name : names) {
                String flow = Files.readString(SHIPPED.resolve("flows/" + name + ".yaml"))
                        .replaceFirst("flow: " + name + "\n", "flow: " + name + i + "\n")
                        .replaceAll("flow: \\{name: ([a-z-]+)", "flow: {name: $1" + i);
                Files.writeString(many.resolve("flows/" + name + i + ".yaml"), flow);
            }
        }
        String hotline = Files.readString(SHIPPED.resolve("hotline.yaml"));
        Files.writeString(
                many.resolve("hotline.yaml"), hotline.replaceFirst("numbers:\n(  .*\n)+", numbers.toString()));
    }

    @Benchmark
    public FlowLibrary theShippedHotline() {
        return FlowLibrary.load(SHIPPED).library().orElseThrow();
    }

    @Benchmark
    public FlowLibrary twoHundredFlows() {
        return FlowLibrary.load(many).library().orElseThrow();
    }
}
