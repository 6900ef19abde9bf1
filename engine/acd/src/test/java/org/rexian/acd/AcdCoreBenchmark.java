package org.rexian.acd;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Commands a second of the router alone with a {@link FullHouse}: 2,000 agents, 5,000 waiting, 40 skills, and ten times that. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class AcdCoreBenchmark {

    private static final int CALLS = 1000;

    /** Times 2,000 agents and 5,000 waiting. */
    @Param({"1", "10"})
    public int scale;

    private FullHouse house = new FullHouse(1, 40, 40, false);

    @Setup
    public void fillTheHouse() {
        house = new FullHouse(2000 * scale, 5000 * scale, 40, true);
    }

    /** Commands a second. */
    @Benchmark
    @OperationsPerInvocation(4 * CALLS + CALLS / 4)
    public long calls() {
        return house.calls(CALLS);
    }
}
