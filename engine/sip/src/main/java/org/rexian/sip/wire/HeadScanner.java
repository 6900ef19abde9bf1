package org.rexian.sip.wire;

/**
 * Cuts the head of a message into start line and header lines, unfolding and trimming (RFC 3261 §7.3.1). Goes on past a bad line,
 * so that there is something to answer to, and remembers the first fault.
 */
final class HeadScanner {
    /** More header lines than anybody needs; RFC 4475's longest message has 37. */
    static final int MAX_LINES = 256;

    final Headers headers = new Headers(20);
    private final String head;
    private String startLine = "";
    private String fault = "";

    /** {@code head}: everything before the empty line. */
    HeadScanner(String head) {
        this.head = head;
    }

    String startLine() {
        return startLine;
    }

    /** What is wrong with the lines, empty when nothing is. */
    String fault() {
        return fault;
    }

    HeadScanner scan() {
        int end = lineEnd(0);
        startLine = head.substring(0, end);
        int at = end + 2;
        while (at < head.length()) {
            end = lineEnd(at);
            int nextLine = end + 2;
            boolean folded = false;
            while (nextLine < head.length() && isSpace(head.charAt(nextLine))) {
                folded = true;
                end = lineEnd(nextLine);
                nextLine = end + 2;
            }
            line(at, end, folded);
            at = nextLine;
        }
        return this;
    }

    /** A CR or LF by itself is a fault: elements that take it for a line end see other headers than those that don't. */
    private int lineEnd(int from) {
        int end = head.indexOf("\r\n", from);
        int stop = end < 0 ? head.length() : end;
        for (int i = from; i < stop; i++) {
            char c = head.charAt(i);
            if (c == '\r' || c == '\n') {
                fault("line-end");
                break;
            }
        }
        return stop;
    }

    private void line(int from, int end, boolean folded) {
        int colon = head.indexOf(':', from);
        if (colon < 0 || colon >= end) {
            fault("header");
            return;
        }
        String name = head.substring(from, colon).trim();
        if (!Text.isToken(name) || isSpace(head.charAt(from))) {
            fault("header");
            return;
        }
        if (headers.size() >= MAX_LINES) {
            fault("header-count");
            return;
        }
        String value = head.substring(colon + 1, end);
        headers.add(HeaderNames.canonical(name), (folded ? unfold(value) : value).trim());
    }

    private static String unfold(String value) {
        StringBuilder flat = new StringBuilder(value.length());
        int at = 0;
        for (int fold = value.indexOf("\r\n"); fold >= 0; fold = value.indexOf("\r\n", at)) {
            flat.append(value, at, fold).append(' ');
            at = fold + 2;
            while (at < value.length() && isSpace(value.charAt(at))) {
                at++;
            }
        }
        return flat.append(value, at, value.length()).toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private void fault(String word) {
        if (fault.isEmpty()) {
            fault = word;
        }
    }
}
