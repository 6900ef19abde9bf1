package org.rexian.harness.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loopback ports for processes that can't be told to pick their own. Taken in turn from 21000 up, below the ephemeral range of Linux
 * (32768) so that no other socket gets one between our look and the child's bind.
 */
public final class LocalPorts {
    private static final int FIRST = 21_000;
    private static final int LAST = 31_990;
    /** Runs side by side begin at different places. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(FIRST + (int) (ProcessHandle.current().pid() * 37 % ((LAST - FIRST) / 2)) / 10 * 10);

    private LocalPorts() {}

    /** A port free for UDP and TCP on 127.0.0.1. */
    public static int free() {
        return freeRun(1);
    }

    /** The first of {@code count} free ports in a row, even: RTP ports go in pairs. */
    public static synchronized int freeRun(int count) {
        for (int tries = 0; tries < LAST - FIRST; tries++) {
            int step = count + (count & 1);
            int first = NEXT.getAndAdd(step == 0 ? 2 : step) & ~1;
            if (first + count > LAST) {
                NEXT.set(FIRST);
            } else if (allFree(first, count)) {
                return first;
            }
        }
        throw new IllegalStateException("no " + count + " free ports between " + FIRST + " and " + LAST);
    }

    private static boolean allFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (DatagramSocket udp = new DatagramSocket(address);
                    ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (udp.getLocalPort() != tcp.getLocalPort()) {
                    return false;
                }
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody is bound to this UDP port (Linux: /proc/net/udp). */
    public static boolean udpBound(int port) {
        return inTable(Path.of("/proc/net/udp"), port, "") || inTable(Path.of("/proc/net/udp6"), port, "");
    }

    /** Whether somebody listens on this TCP port. */
    public static boolean tcpListening(int port) {
        return inTable(Path.of("/proc/net/tcp"), port, "0A") || inTable(Path.of("/proc/net/tcp6"), port, "0A");
    }

    private static boolean inTable(Path table, int port, String state) {
        if (!Files.exists(table)) {
            return false;
        }
        String hex = String.format(Locale.ROOT, ":%04X", port);
        try {
            List<String> lines = Files.readAllLines(table);
            return lines.stream()
                    .map(line -> line.strip().split("\\s+", -1))
                    .anyMatch(fields -> fields.length > 3
                            && fields[1].endsWith(hex)
                            && (state.isEmpty() || fields[3].equals(state)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
