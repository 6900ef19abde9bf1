package org.rexian.harness.load;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.rexian.harness.engine.Engine;
import org.rexian.harness.load.wire.LightLoop;
import org.rexian.harness.load.wire.LoadCallers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** S1 and S2: calls a second, answered and ended, until one fails or more than one in a thousand messages is resent. */
@Command(name = "s1", description = "calls a second: INVITE, 200, ACK, 0.1 s, BYE")
final class CallsPerSecond implements Callable<Integer> {
    private static final int HOLD_MILLIS = 100;
    private static final int MESSAGES = 3;

    @Mixin
    LoadEngine engineOptions = new LoadEngine();

    @Option(names = "--rates", split = ",", defaultValue = "250,500,1000,1500,2000,3000,4000,5000,6000")
    List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "20", description = "length of a step")
    int seconds;

    @Option(names = "--warm-up", defaultValue = "15", description = "seconds at the first rate before anything counts")
    int warmUpSeconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Engine engine = engineOptions.start(0, 0);
                LightLoop loop = new LightLoop();
                DatagramSocket sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            LoadCallers callers = new LoadCallers(loop, LoadEngine.sip(engine));
            offer(loop, callers, sink.getLocalPort(), rates.getFirst(), warmUpSeconds);
            Table table = new Table(
                    System.out,
                    "calls/s",
                    "answered",
                    "failed",
                    "resent",
                    "p50 ms",
                    "p99 ms",
                    "CPU ms/call",
                    "CPU %",
                    "held");
            for (int rate : rates) {
                callers.restartCounting();
                CpuMeter cpu = CpuMeter.start(engine.pid());
                offer(loop, callers, sink.getLocalPort(), rate, seconds);
                double percent = cpu.percent();
                loop.runFor(3000);
                if (!report(table, rate, callers, cpu.millis(), percent)) {
                    return 0;
                }
            }
        }
        return 0;
    }

    /** The engine's audio goes to a port where nobody reads it: to a closed one the kernel would answer with an error a packet. */
    private static void offer(LightLoop loop, LoadCallers callers, int audioPort, int rate, int seconds)
            throws IOException {
        Pace.offer(
                loop,
                rate,
                seconds,
                () -> callers.call("7000", audioPort, call -> loop.in(HOLD_MILLIS, () -> callers.end(call))));
    }

    private boolean report(Table table, int rate, LoadCallers callers, double cpuMillis, double percent) {
        LoadCallers.Tally tally = callers.tally();
        Histogram answer = callers.answerMicros();
        boolean held = tally.failed == 0
                && callers.open() == 0
                && tally.begun >= (long) rate * seconds * 99 / 100
                && tally.resent * 1000 < tally.begun * MESSAGES;
        table.row(
                rate,
                tally.answered,
                tally.failed + callers.open(),
                tally.resent,
                answer.getValueAtPercentile(50) / 1000.0,
                answer.getValueAtPercentile(99) / 1000.0,
                cpuMillis / Math.max(1, tally.answered),
                percent,
                held ? "yes" : "no");
        return held;
    }
}
