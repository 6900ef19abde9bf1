package org.rexian.acd.statistics;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an event costs the router's thread: calls that wait, are answered, held and ended, from queue entry to wrap-up. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StatisticsBenchmark {

    private RepeatedCalls calls = new RepeatedCalls();

    @Setup
    public void begin() {
        calls = new RepeatedCalls();
    }

    /** Nanoseconds an event. */
    @Benchmark
    @OperationsPerInvocation(RepeatedCalls.CALLS * RepeatedCalls.EVENTS_A_CALL)
    public long event() {
        return calls.play();
    }
}
