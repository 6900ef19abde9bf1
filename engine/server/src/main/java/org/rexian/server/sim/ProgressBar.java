package org.rexian.server.sim;

import java.io.PrintWriter;
import java.util.Locale;

/** One changing line on a terminal; nothing at all elsewhere. For any thread. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter terminal;
    private final boolean shown;
    private final long started = System.nanoTime();
    private long drawn;

    ProgressBar(PrintWriter terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    synchronized void at(int done, int of, String what) {
        long now = System.nanoTime();
        if (!shown || (done < of && drawn != 0 && now - drawn < REDRAW_NANOS)) {
            return;
        }
        drawn = now;
        terminal.print("\r\033[K" + line(done, of, what, (now - started) / 1e9));
        terminal.flush();
    }

    static String line(int done, int of, String what, double seconds) {
        int full = of == 0 ? WIDTH : (int) ((long) WIDTH * done / of);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d %s, %.1f s",
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                done,
                of,
                what,
                seconds);
    }

    @Override
    public synchronized void close() {
        if (shown && drawn != 0) {
            terminal.print("\r\033[K");
            terminal.flush();
        }
    }
}
