package org.rexian.ivr.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rexian.ivr.yaml.Problems;

/** Moments and what the calendars of {@code calendars/golden.yaml} say about them. */
class CalendarScenarioTest {

    private static final Path FOLDER = Path.of("src/test/resources/calendars");

    private final Calendars calendars = golden();

    static Calendars golden() {
        Problems problems = new Problems();
        try {
            Calendars calendars = CalendarsFile.read(
                    "golden.yaml",
                    Files.readString(FOLDER.resolve("golden.yaml")),
                    ZoneId.of("Asia/Shanghai"),
                    problems);
            assertThat(problems.sorted()).isEmpty();
            return calendars;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(FOLDER.resolve("golden.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void says(String line) {
        String[] words = line.split("\\s+", -1);
        Calendar calendar = calendar(words[0]);
        long now = Instant.parse(words[1]).toEpochMilli();
        OptionalLong next = calendar.nextChange(now);
        String state = calendar.openAt(now) ? "open" : "closed";
        String change =
                next.isPresent() ? Instant.ofEpochMilli(next.getAsLong()).toString() : "never";
        assertThat(state + " until " + change).isEqualTo(words[2] + " until " + words[4]);
    }

    /** At random moments: the state holds up to the next change, and is another one there. */
    @Test
    void nextChangeIsTheFirst() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        long begin = Instant.parse("2025-12-25T00:00:00Z").toEpochMilli();
        for (String name : calendars.byName().keySet()) {
            Calendar calendar = calendar(name);
            for (int i = 0; i < 300; i++) {
                long now = begin + random.nextLong(420L * 86_400_000);
                OptionalLong next = calendar.nextChange(now);
                if (next.isEmpty()) continue;
                long change = next.getAsLong();
                String where = name + " at " + Instant.ofEpochMilli(now) + ", seed " + seed;
                assertThat(change).as(where).isGreaterThan(now);
                assertThat(calendar.openAt(change)).as(where).isNotEqualTo(calendar.openAt(now));
                assertThat(calendar.openAt(change - 1)).as(where).isEqualTo(calendar.openAt(now));
                long between = random.nextLong(now, change);
                assertThat(calendar.openAt(between)).as(where).isEqualTo(calendar.openAt(now));
            }
        }
    }

    private Calendar calendar(String name) {
        Calendar calendar = calendars.byName().get(name);
        assertThat(calendar).as("calendar " + name).isNotNull();
        return java.util.Objects.requireNonNull(calendar);
    }
}
