package org.rexian.ivr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * I1: steps a second on one thread. One round is a key at a menu, a set, a branch and a say, and back to the menu: four steps.
 *
 * <p>In ivr-scripts, after {@code mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/cp}: {@code java -cp
 * target/test-classes:target/classes:$(cat target/cp) org.openjdk.jmh.Main FlowRunBenchmark -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FlowRunBenchmark {

    private static final String FLOW = """
            flow: main
            variables: {tries: 0}
            steps:
              menu:
                menu:
                  say: menu
                  keys: {1: count, 9: bye}
                  no-input: {then: bye}
                  no-match: {then: bye}
              count: {set: {tries: tries + 1}, then: decide}
              decide:
                branch:
                  - {when: tries < 0 || call.tier == 'diamond', then: bye}
                  - {else: told}
              told: {say: [{prompt: gold, when: call.tier == 'gold'}, told], then: menu}
              bye: {end: {}}
            """;

    private FlowRun run = emptyRun();
    private long playback;

    private static FlowRun emptyRun() {
        try {
            Path folder = Files.createTempDirectory("flow-run-benchmark");
            TestHotline.write(folder, Map.of("flows/main.yaml", FLOW, "hotline.yaml", """
                    version: 1
                    name: benchmark
                    languages: [zh-CN, en]
                    attributes: {tier: gold}
                    numbers: {"1": {flow: main}}
                    """));
            TestHotline.record(folder, "menu", "gold", "told");
            return TestHotline.library(folder).start("main", new CallContext("1", "", "1", Map.of()), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Setup
    public void start() {
        run = emptyRun();
        run.on(new FlowInput.Started(), 0);
        playback = 1;
    }

    @Benchmark
    @OperationsPerInvocation(4)
    public List<FlowAction> fourSteps() {
        run.on(new FlowInput.PlaybackFinished(playback), 0);
        run.on(new FlowInput.Digit('1'), 0);
        playback += 2;
        return run.on(new FlowInput.PlaybackFinished(playback - 1), 0);
    }
}
