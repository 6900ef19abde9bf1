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
    private static final String CLEAR = "\u001b[2J";
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final LiveFeed feed;
    private final PrintStream out;
    private final Board board;
    private final Consumer<LiveSnapshot> painter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private List<LiveSnapshot.Line> printed = List.of();

    /** The terminal's own size from COLUMNS and LINES, else 100 × 40; colours unless NO_COLOR is set. */
    public static BoardScreen start(LiveFeed feed, PrintStream out, boolean terminal) {
        boolean colour = System.getenv("NO_COLOR") == null;
        Board board =
                new Board(size("COLUMNS", 100), size("LINES", 40) - 1, colour && terminal, ZoneId.systemDefault());
        BoardScreen screen = new BoardScreen(feed, out, board, terminal);
        screen.thread.start();
        return screen;
    }

    BoardScreen(LiveFeed feed, PrintStream out, Board board, boolean terminal) {
        this.feed = feed;
        this.out = out;
        this.board = board;
        this.painter = terminal ? this::paint : this::printNew;
        this.thread = Thread.ofVirtual().name("rexian-board").unstarted(this::run);
    }

    private static int size(String variable, int otherwise) {
        String value = System.getenv(variable);
        return value != null && value.matches("[1-9]\\d{1,3}") ? Integer.parseInt(value) : otherwise;
    }

    private void run() {
        try {
            do {
                show();
            } while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
            show();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() throws InterruptedException {
        try {
            painter.accept(feed.snapshot());
        } catch (TimeoutException e) {
            out.println("the router does not answer");
        }
    }

    private void paint(LiveSnapshot now) {
        StringBuilder screen = new StringBuilder(printed.isEmpty() ? CLEAR + HOME : HOME);
        for (String line : board.draw(now)) {
            screen.append(line).append(CLEAR_REST_OF_LINE).append('\n');
        }
        printed = now.recent();
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
        fresh.forEach(line -> out.println(board.event(line)));
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
