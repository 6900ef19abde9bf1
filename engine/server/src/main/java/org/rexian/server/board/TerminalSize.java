package org.rexian.server.board;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How many columns and rows the terminal has. */
record TerminalSize(int columns, int rows) {

    private static final TerminalSize USUAL = new TerminalSize(100, 40);
    private static final long PATIENCE_MILLIS = 500;

    /** What LINES and COLUMNS say, else what stty says of the terminal now, else 100 × 40. Waits for half a second at most. */
    static TerminalSize now() throws InterruptedException {
        Optional<TerminalSize> told = parsed(System.getenv("LINES") + " " + System.getenv("COLUMNS"));
        return told.isPresent() ? told.get() : parsed(sttySize()).orElse(USUAL);
    }

    /** {@code rows columns}, as stty prints them. */
    static Optional<TerminalSize> parsed(String size) {
        String[] numbers = size.strip().split(" ", -1);
        boolean fit = numbers.length == 2 && numbers[0].matches("[1-9]\\d{0,3}") && numbers[1].matches("[1-9]\\d{0,3}");
        return fit
                ? Optional.of(new TerminalSize(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0])))
                : Optional.empty();
    }

    /** Shells keep LINES and COLUMNS to themselves, and neither follows a window that grows. Empty where there is no stty. */
    private static String sttySize() throws InterruptedException {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroy();
                return "";
            }
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
