package org.rexian.server.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rexian.server.statistics.Report.Row;

/**
 * A report as CSV (RFC 4180). Names may come from a flow and so from a caller: one that a spreadsheet would take for a formula gets an
 * apostrophe in front, which spreadsheets show as text.
 */
public final class ReportCsv {

    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private ReportCsv() {}

    /** Heading and rows, each line ended. */
    public static String of(Report report, Columns columns) {
        StringBuilder text = new StringBuilder();
        List<String> heading = new ArrayList<>(List.of("start", "end", "name"));
        columns.names().forEach(heading::add);
        text.append(String.join(",", heading)).append(END);
        for (Row row : report.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(time(row.start(), report.query().zone()));
            cells.add(time(row.end(), report.query().zone()));
            cells.add(cell(row.name()));
            for (Map.Entry<String, @Nullable Number> value : columns.of(row).entrySet()) {
                Number number = value.getValue();
                cells.add(number == null ? "" : number.toString());
            }
            text.append(String.join(",", cells)).append(END);
        }
        return text.toString();
    }

    /** {@code 2026-11-22T08:30:00+08:00}. */
    public static String time(long at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(at).atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Text as a cell: no formula, and quoted where it needs to be. */
    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
