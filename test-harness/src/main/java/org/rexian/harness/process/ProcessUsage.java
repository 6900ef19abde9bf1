package org.rexian.harness.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time and memory of another process, from Linux's /proc.
 *
 * @param cpuMillis user plus system time since its start; ticks are 10 ms, so measure over seconds
 * @param residentKilobytes resident set at this moment
 */
public record ProcessUsage(long cpuMillis, long residentKilobytes) {
    private static final int TICK_MILLIS = 10;
    /** Fields of /proc/PID/stat counted after the name, which may hold spaces: utime is the 12th there, stime the 13th. */
    private static final int UTIME = 11;

    private static final int RSS_PAGES = 21;
    private static final int PAGE_KILOBYTES = 4;

    /** @throws UncheckedIOException when there is no such process (any more) */
    public static ProcessUsage of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]);
            return new ProcessUsage(ticks * TICK_MILLIS, Long.parseLong(fields[RSS_PAGES]) * PAGE_KILOBYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("no process " + pid, e);
        }
    }
}
