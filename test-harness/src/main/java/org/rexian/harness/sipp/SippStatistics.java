package org.rexian.harness.sipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a SIPp run counted, from the last line of its statistics file.
 *
 * @param created calls begun, by either side
 * @param unexpected calls ended by a message that the scenario doesn't know there
 * @param resent messages sent again for want of an answer
 */
public record SippStatistics(long created, long successful, long failed, long current, long unexpected, long resent) {

    /** Nothing yet. */
    public static final SippStatistics NONE = new SippStatistics(0, 0, 0, 0, 0, 0);

    /** Reads the cumulative columns of the last whole line; {@link #NONE} before there is one. */
    public static SippStatistics read(Path csv) {
        try {
            if (!Files.exists(csv)) {
                return NONE;
            }
            List<String> lines = Files.readAllLines(csv);
            if (lines.size() < 2) {
                return NONE;
            }
            return parse(lines.getFirst().split(";", -1), lines.getLast().split(";", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SippStatistics parse(String[] names, String[] values) {
        Map<String, Long> row = new HashMap<>();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            if (values[i].matches("\\d+")) {
                row.put(names[i], Long.parseLong(values[i]));
            }
        }
        return new SippStatistics(
                row.getOrDefault("TotalCallCreated", 0L),
                row.getOrDefault("SuccessfulCall(C)", 0L),
                row.getOrDefault("FailedCall(C)", 0L),
                row.getOrDefault("CurrentCall", 0L),
                row.getOrDefault("FailedUnexpectedMessage(C)", 0L),
                row.getOrDefault("Retransmissions(C)", 0L));
    }
}
