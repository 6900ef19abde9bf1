package org.rexian.harness.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows as a Markdown table, each printed as it comes: a broken run leaves what it had. */
final class Table {
    private final PrintStream out;
    private final List<String> columns;

    Table(PrintStream out, String... columns) {
        this.out = out;
        this.columns = List.of(columns);
        out.println("| " + String.join(" | ", columns) + " |");
        out.println("|" + "---|".repeat(columns.length));
    }

    /** Doubles with two digits, everything else as it is. */
    void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns);
        }
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : cell.toString());
        }
        out.println("| " + String.join(" | ", texts) + " |");
        out.flush();
    }
}
