package org.rexian.sip.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of INDEX.md: what an endpoint may say to a message.
 *
 * @param anything any final status that is no fault
 * @param waitsOnStream over TCP the message never becomes whole: silence is right there
 */
@SuppressWarnings("ArrayRecordComponent") // a message is bytes; nobody compares rows
record Expectation(
        String name,
        byte[] bytes,
        List<Integer> allowed,
        boolean anything,
        List<Integer> faults,
        boolean silenceAllowed,
        boolean waitsOnStream) {
    private static final Path FOLDER = Path.of("src/test/resources/torture/rfc4475");
    private static final Pattern NUMBER = Pattern.compile("\\d{3}");

    /** By name. */
    static Map<String, Expectation> all() {
        Map<String, Expectation> rows = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(FOLDER.resolve("INDEX.md"), StandardCharsets.UTF_8)) {
                String[] cells = line.split("\\|", 10);
                if (cells.length == 10 && cells[2].endsWith(".dat")) {
                    Expectation row = row(cells);
                    rows.put(row.name(), row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Expectation row(String[] cells) throws IOException {
        boolean dropped = cells[5].equals("drop");
        List<Integer> allowed = new ArrayList<>(numbers(cells[5]));
        allowed.addAll(numbers(cells[6]));
        String note = cells[9];
        boolean waits = note.contains("wait for more octets")
                || note.contains("header section never ends")
                || note.contains("lacks its final blank line");
        return new Expectation(
                cells[2].replace(".dat", ""),
                Files.readAllBytes(FOLDER.resolve(cells[2])),
                allowed,
                cells[6].equals("*"),
                numbers(cells[7]),
                dropped || cells[8].equals("yes"),
                waits);
    }

    private static List<Integer> numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.results().map(result -> Integer.valueOf(result.group())).toList();
    }

    /** Empty when these final answers are right, else what is wrong. */
    String objection(List<Integer> answers, boolean stream) {
        if (answers.isEmpty()) {
            return silenceAllowed || (stream && waitsOnStream) ? "" : "no answer";
        }
        if (allowed.isEmpty() && !anything) {
            return "answered " + answers + ", to be dropped";
        }
        int status = answers.getFirst();
        boolean fine = allowed.contains(status) || (anything && !faults.contains(status));
        return fine ? "" : "answered " + status + ", allowed " + (anything ? "all but " + faults : allowed);
    }

    @Override
    public String toString() {
        return name;
    }
}
