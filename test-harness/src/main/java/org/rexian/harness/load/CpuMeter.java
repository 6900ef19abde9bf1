package org.rexian.harness.load;

import org.rexian.harness.process.ProcessUsage;

/** The engine's CPU over a stretch of time. */
final class CpuMeter {
    private final long pid;
    private final long fromCpuMillis;
    private final long fromNanos = System.nanoTime();

    private CpuMeter(long pid) {
        this.pid = pid;
        this.fromCpuMillis = ProcessUsage.of(pid).cpuMillis();
    }

    static CpuMeter start(long pid) {
        return new CpuMeter(pid);
    }

    /** User plus system milliseconds since the start. */
    double millis() {
        return ProcessUsage.of(pid).cpuMillis() - fromCpuMillis;
    }

    /** Percent of one core since the start. */
    double percent() {
        return millis() * 100e6 / (System.nanoTime() - fromNanos);
    }
}
