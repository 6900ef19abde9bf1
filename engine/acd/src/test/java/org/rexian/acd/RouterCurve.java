package org.rexian.acd;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a command costs the router as agents, waiting contacts and skills grow, in nanoseconds of CPU: a table for
 * docs/reference/performance.md. CPU time of the one thread, so that it may be taken on a machine that others use, too.
 */
final class RouterCurve {

    private static final int CALLS = 100_000;
    private static final int ROUNDS = 7;

    private RouterCurve() {}

    public static void main(String[] arguments) {
        System.out.println("| agents | waiting | skills | tiers | ns CPU a command, median (least–most) |");
        System.out.println("|---|---|---|---|---|");
        row(2000, 5000, 40, true);
        row(2000, 5000, 40, false);
        for (int agents : new int[] {200, 600, 6000, 20_000}) {
            row(agents, 5000, 40, true);
        }
        for (int waiting : new int[] {500, 1500, 15_000, 50_000}) {
            row(2000, waiting, 40, true);
        }
        for (int skills : new int[] {4, 12, 120, 400}) {
            row(2000, 5000, skills, true);
        }
        row(6000, 15_000, 40, true);
        row(20_000, 50_000, 40, true);
    }

    private static void row(int agents, int waiting, int skills, boolean tiers) {
        FullHouse house = new FullHouse(agents, waiting, skills, tiers);
        house.calls(3 * CALLS);
        double[] nanos = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            house.calls(CALLS);
            nanos[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / (4.25 * CALLS);
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %d | %s | %.0f (%.0f–%.0f) |%n",
                agents,
                waiting,
                skills,
                tiers ? "yes" : "no",
                nanos[ROUNDS / 2],
                nanos[0],
                nanos[ROUNDS - 1]);
    }
}
