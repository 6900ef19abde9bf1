package org.rexian.ivr.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rexian.ivr.FlowLibrary;

/** Calls written down, and what they must hear: the tests of a hotline. The page docs/flows/testing.md has the words. */
public final class Transcript {

    /** A line that did not hold. Prints as {@code file:line: message}. */
    public record Failure(String file, int line, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }

    /** What came of all transcripts of a folder. */
    public record Report(int calls, List<Failure> failures) {}

    private final FlowLibrary library;
    private final String file;
    private final List<Failure> failures = new ArrayList<>();
    private int calls;

    private Transcript(FlowLibrary library, String file) {
        this.library = library;
        this.file = file;
    }

    /** Runs every {@code tests/*.txt} of a hotline's folder, in the order of their names. */
    public static Report runAll(FlowLibrary library, Path folder) throws IOException {
        List<Failure> failures = new ArrayList<>();
        int calls = 0;
        Path tests = folder.resolve("tests");
        if (Files.isDirectory(tests)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(tests)) {
                files = all.filter(file -> file.toString().endsWith(".txt"))
                        .sorted()
                        .toList();
            }
            for (Path each : files) {
                Report report = run(library, "tests/" + each.getFileName(), Files.readString(each));
                calls += report.calls();
                failures.addAll(report.failures());
            }
        }
        return new Report(calls, failures);
    }

    /** Runs one text; a call that fails is left at its first failure. */
    public static Report run(FlowLibrary library, String file, String text) {
        Transcript transcript = new Transcript(library, file);
        transcript.run(text.lines().toList());
        return new Report(transcript.calls, transcript.failures);
    }

    private void run(List<String> lines) {
        Optional<TranscriptCall> call = Optional.empty();
        boolean skipping = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#\\s.*$", "").strip();
            if (line.isEmpty() || line.equals("#")) {
                continue;
            }
            Optional<String> failure = Optional.empty();
            if (line.startsWith("call ")) {
                calls++;
                TranscriptCall.Begun begun = TranscriptCall.begin(line, library);
                call = begun.call();
                failure = begun.failure();
                skipping = false;
            } else if (call.isPresent() && !skipping) {
                failure = call.get().line(line);
            } else if (!skipping) {
                failure = Optional.of("a transcript begins with: call NUMBER");
            }
            if (failure.isPresent()) {
                failures.add(new Failure(file, i + 1, failure.get()));
                skipping = true;
            }
        }
    }
}
