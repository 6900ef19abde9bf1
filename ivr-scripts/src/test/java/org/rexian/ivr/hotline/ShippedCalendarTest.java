package org.rexian.ivr.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rexian.ivr.hours.Calendar;
import org.rexian.ivr.hours.Calendars;
import org.rexian.ivr.hours.CalendarsFile;
import org.rexian.ivr.yaml.Problems;

/** The opening hours of the shipped hotline, and those of the page on calendars. */
class ShippedCalendarTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00, true, a Monday",
        "2026-11-23T07:59, false, before it",
        "2026-11-23T20:00, false, after it",
        "2026-11-22T16:59, true, a Sunday",
        "2026-11-22T17:00, false, after it",
        "2026-10-01T18:00, false, a Thursday but National Day",
        "2026-10-01T12:00, true, holidays have hours of their own",
        "2026-10-10T18:00, true, a Saturday that works",
        "2026-02-14T19:59, true, a Saturday that works",
        "2026-02-16T12:00, false, the eve of the Spring Festival",
        "2026-02-18T12:00, true, its third day",
        "2027-02-06T12:00, false, the next one",
        "2027-06-09T18:00, false, a Wednesday but Dragon Boat Festival",
    })
    void opensAndCloses(LocalDateTime moment, boolean open, String why) throws IOException {
        Calendar service = Objects.requireNonNull(
                read(Path.of("hotlines/10060/calendars.yaml")).byName().get("service"));
        assertThat(service.openAt(moment.atZone(BEIJING).toInstant().toEpochMilli()))
                .as(why)
                .isEqualTo(open);
    }

    @Test
    void theExampleOfThePageIsRight() throws IOException {
        String page = Files.readString(Path.of("../docs/flows/calendars.md"));
        int begin = page.indexOf("```yaml file=calendars.yaml\n") + "```yaml file=calendars.yaml\n".length();
        String example = page.substring(begin, page.indexOf("```", begin));
        Problems problems = new Problems();
        Calendars calendars = CalendarsFile.read("calendars.md", example, BEIJING, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(calendars.byName()).containsOnlyKeys("service", "night-shift", "always");
    }

    private static Calendars read(Path file) throws IOException {
        Problems problems = new Problems();
        Calendars calendars = CalendarsFile.read(file.toString(), Files.readString(file), BEIJING, problems);
        assertThat(problems.sorted()).isEmpty();
        return calendars;
    }
}
