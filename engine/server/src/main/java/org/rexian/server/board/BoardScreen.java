package org.rexian.server.board;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.live.LiveSnapshot;

/**
 * Shows the board until it is closed: on a terminal the picture is drawn anew twice a second, elsewhere each event is
 * printed once as a plain line.
 */
public final class BoardScreen implements AutoCloseable {

    private static final long PERIOD_MILLIS = 500;
    /** The terminal's size is asked for again every so many pictures. */
    private static final int SAME_SIZE_PICTURES = 6;

    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR = "\u001b[2J";
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final LiveFeed feed;
    private final PrintStream out;
    private final boolean terminal;
    private final boolean colour;
    private final Consumer<LiveSnapshot> painter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private TerminalSize size = new TerminalSize(0, 0);
    private int pictures;
    private List<LiveSnapshot.Line> printed = List.of();

    /** Colours unless NO_COLOR is set. */
    public static BoardScreen start(LiveFeed feed, PrintStream out, boolean terminal) {
        boolean colour = System.getenv("NO_COLOR") == null;
        BoardScreen screen = new BoardScreen(feed, out, terminal, colour && terminal);
        screen.thread.start();
        return screen;
    }

    private BoardScreen(LiveFeed feed, PrintStream out, boolean terminal, boolean colour) {
        this.feed = feed;
        this.out = out;
        this.terminal = terminal;
        this.colour = colour;
        this.painter = terminal ? this::paint : this::printNew;
        this.thread = Thread.ofVirtual().name("rexian-board").unstarted(this::run);
    }

    private void run() {
        try {
            do {
                show();
            } while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
            show();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            out.print(terminal ? SHOW_CURSOR : "");
            out.flush();
        }
    }

    private void show() throws InterruptedException {
        boolean grown = terminal && pictures % SAME_SIZE_PICTURES == 0 && measure();
        try {
            if (grown) {
                out.print(HIDE_CURSOR + CLEAR);
            }
            painter.accept(feed.snapshot());
        } catch (TimeoutException e) {
            out.println("the router does not answer");
        }
    }

    /** True when the terminal has another size than it had. */
    private boolean measure() throws InterruptedException {
        TerminalSize before = size;
        size = TerminalSize.now();
        return !size.equals(before);
    }

    /** One row is left free, where a line feed would scroll, and one column, where clearing the rest would take the last letter. */
    private Board board() {
        return new Board(size.columns() - 1, size.rows() - 1, colour, ZoneId.systemDefault());
    }

    private void paint(LiveSnapshot now) {
        pictures++;
        StringBuilder screen = new StringBuilder(HOME);
        for (String line : board().draw(now)) {
            screen.append(line).append(CLEAR_REST_OF_LINE).append('\n');
        }
        out.print(screen.append(CLEAR_BELOW));
        out.flush();
    }

    /** The recent lines of two pictures overlap; what was not in the picture before is new. */
    private void printNew(LiveSnapshot now) {
        Set<LiveSnapshot.Line> known = Set.copyOf(printed);
        List<LiveSnapshot.Line> fresh =
                now.recent().stream().filter(line -> !known.contains(line)).toList();
        if (!known.isEmpty() && fresh.size() == now.recent().size()) {
            out.println("… more happened than is shown here");
        }
        // Nobody folds what goes to a file: as wide as it is.
        Board wide = new Board(Integer.MAX_VALUE, 1, false, ZoneId.systemDefault());
        fresh.forEach(line -> out.println(wide.event(line)));
        printed = now.recent();
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
