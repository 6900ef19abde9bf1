package org.rexian.ivr.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.rexian.ivr.FlowProblem;
import org.rexian.ivr.yaml.Problems;

/** Each line of {@code broken.yaml} that ends in a comment must be reported at that line with those words. */
class CalendarProblemsTest {

    private static final Path FILE = Path.of("src/test/resources/calendars/broken.yaml");

    @Test
    void everyProblemIsFoundAtItsPlace() throws IOException {
        Problems problems = new Problems();
        CalendarsFile.read("broken.yaml", Files.readString(FILE), ZoneId.of("UTC"), problems);
        StringBuilder expected = new StringBuilder();
        int number = 0;
        for (String line : Files.readAllLines(FILE)) {
            number++;
            int mark = line.indexOf("#! ");
            if (mark >= 0)
                expected.append(number)
                        .append(':')
                        .append(line.substring(mark + 3))
                        .append('\n');
        }
        StringBuilder found = new StringBuilder();
        for (FlowProblem problem : problems.sorted()) {
            found.append(problem.line()).append(':').append(problem.column());
            found.append(": ").append(problem.message()).append('\n');
        }
        assertThat(found.toString()).isEqualTo(expected.toString());
    }

    @Test
    void rubbishIsAProblemAndNoException() {
        for (String text :
                new String[] {"", "[", "a: b: c", "\u0000", "- 1", "calendars: 5", "version: 1\ncalendars: []"}) {
            Problems problems = new Problems();
            assertThat(CalendarsFile.read("x", text, ZoneId.of("UTC"), problems).byName())
                    .isEmpty();
            assertThat(problems.hasErrors()).as(text).isTrue();
        }
    }
}
