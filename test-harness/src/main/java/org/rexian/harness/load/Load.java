package org.rexian.harness.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The load programs: each starts an engine of its own with the test hotline on loopback, ramps until a condition breaks, and prints one
 * Markdown table whose last row with "yes" is the result. Linux only: CPU and memory are read from /proc.
 */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        subcommands = {
            CallsPerSecond.class,
            PromptStreams.class,
            BridgedCalls.class,
            AgentDeliveries.class,
            OverloadedQueue.class,
            StartAndMemory.class,
            KilledEngine.class
        },
        description = "Measures the figures of docs/reference/performance.md.")
public final class Load {
    private Load() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load()).execute(arguments));
    }
}
