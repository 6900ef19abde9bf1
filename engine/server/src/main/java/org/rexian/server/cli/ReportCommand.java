package org.rexian.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.ServiceLevel;
import org.rexian.server.Printable;
import org.rexian.server.config.Configuration;
import org.rexian.server.config.ConfigurationFile;
import org.rexian.server.statistics.Columns;
import org.rexian.server.statistics.Reconciliation;
import org.rexian.server.statistics.Report;
import org.rexian.server.statistics.ReportCsv;
import org.rexian.server.storage.Database;
import org.rexian.server.storage.StatisticsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rexian report [FILE]}: figures by half hour, day or time, read from the database, whether an engine runs or not. */
@Command(
        name = "report",
        description =
                "Prints figures by queue, skill, tier, team or agent. An engine that runs writes its latest ones first.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "rexian.yaml",
            description = "The configuration, which names the database; ${DEFAULT-VALUE} where none is named.")
    Path file = Path.of("rexian.yaml");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "2026-11-22, 2026-11-22T08:00, or with an offset; today.")
    Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Left out itself; now.")
    Optional<String> to = Optional.empty();

    @Option(
            names = "--by",
            defaultValue = "queue",
            description = "site, queue, skill, tier, team or agent; ${DEFAULT-VALUE}.")
    String by = "queue";

    @Option(names = "--interval", defaultValue = "total", description = "half-hour, day or total; ${DEFAULT-VALUE}.")
    String interval = "total";

    @Option(names = "--zone", description = "Time zone of days and times, such as Asia/Shanghai; the machine's.")
    Optional<String> zone = Optional.empty();

    @Option(names = "--csv", description = "Every figure, as CSV.")
    boolean csv;

    @Option(
            names = "--check",
            description = "Adds everything up again and prints what does not agree: nothing, or it is our mistake.")
    boolean check;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report.Query query = query();
        if (!(ConfigurationFile.load(file) instanceof ConfigurationFile.Outcome.Loaded loaded)) {
            return problem(file + " has problems: 'rexian check -c " + file + "' lists them");
        }
        Configuration configuration = loaded.configuration();
        Path path = configuration.storage().database();
        if (!Files.exists(path)) {
            return problem("there is no database " + path + " yet");
        }
        askToWrite();
        try (Database database = Database.open(path)) {
            StatisticsStore store = new StatisticsStore(database);
            return check
                    ? reconcile(store, query)
                    : print(store, query, configuration.statistics().serviceLevel());
        }
    }

    private int problem(String text) {
        spec.commandLine().getErr().println("rexian: " + text);
        return ExitCode.PROBLEMS;
    }

    /** Any request for statistics makes the engine write what it has; where none runs, everything is written. */
    private void askToWrite() throws InterruptedException {
        try {
            ApiClient.of(file).get("/api/statistics?by=site&interval=total");
        } catch (ApiClient.Unreachable e) {
            spec.commandLine().getErr().println("rexian: no engine answers, this is what the database holds");
        }
    }

    private int reconcile(StatisticsStore store, Report.Query query) {
        Reconciliation.Outcome outcome = Reconciliation.of(store, query.from(), query.to());
        PrintWriter out = spec.commandLine().getOut();
        outcome.differences().forEach(out::println);
        out.println(
                outcome.compared() + " sums compared, " + outcome.differences().size() + " differ");
        return outcome.differences().isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private int print(StatisticsStore store, Report.Query query, ServiceLevel.Formula formula) {
        PrintWriter out = spec.commandLine().getOut();
        Report report = Report.of(store, query);
        if (csv) {
            out.print(ReportCsv.of(report, new Columns(formula)));
            out.flush();
            return ExitCode.OK;
        }
        out.printf(
                "%-16s %-20s %8s %8s %8s %7s %7s %7s %7s %7s%n",
                "start", by, "offered", "answered", "abandon.", formula, "ASA s", "AHT s", "p95 s", "occup.");
        for (Report.Row row : report.rows()) {
            Figures figures = row.figures();
            out.printf(
                    "%-16s %-20s %8d %8d %8d %7s %7s %7s %7s %7s%n",
                    ReportCsv.time(row.start(), query.zone()).substring(0, 16),
                    row.name().isEmpty() ? "-" : Printable.line(row.name()),
                    figures.offered(),
                    figures.get(Measure.ANSWERED),
                    figures.get(Measure.ABANDONED),
                    percent(figures.serviceLevel().by(formula)),
                    seconds(figures.averageAnswerMillis()),
                    seconds(figures.averageHandleMillis()),
                    seconds(figures.waitMillis(95)),
                    percent(figures.occupancy()));
        }
        return ExitCode.OK;
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f%%", share.getAsDouble() * 100) : "-";
    }

    private static String seconds(OptionalLong millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%.1f", millis.getAsLong() / 1000.0) : "-";
    }

    private Report.Query query() {
        ZoneId in = zone();
        long now = Instant.now().toEpochMilli();
        long begin = from.map(text -> time(text, in))
                .orElseGet(() -> LocalDate.now(in).atStartOfDay(in).toInstant().toEpochMilli());
        long end = to.map(text -> time(text, in)).orElse(now);
        if (end <= begin) {
            throw new ParameterException(spec.commandLine(), "--to lies after --from");
        }
        return new Report.Query(
                begin,
                end,
                choice("--by", by, By.values()),
                choice("--interval", interval, Report.Interval.values()),
                in);
    }

    private ZoneId zone() {
        try {
            return zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), "--zone " + zone.orElse("") + " is no time zone");
        }
    }

    private long time(String text, ZoneId in) {
        try {
            if (text.length() <= "2026-11-22".length()) {
                return LocalDate.parse(text).atStartOfDay(in).toInstant().toEpochMilli();
            }
            boolean offset =
                    text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > "2026-11-".length();
            return offset
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDateTime.parse(text).atZone(in).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    text + " is no time: write 2026-11-22, 2026-11-22T08:00 or 2026-11-22T08:00+08:00");
        }
    }

    private <E extends Enum<E>> E choice(String option, String word, E[] all) {
        List<String> words = Arrays.stream(all)
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int i = words.indexOf(word);
        if (i < 0) {
            throw new ParameterException(spec.commandLine(), option + " is one of " + String.join(", ", words));
        }
        return all[i];
    }
}
