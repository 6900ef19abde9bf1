package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.statistics.By;
import org.rexian.server.live.LiveFeed;
import org.rexian.server.statistics.Columns;
import org.rexian.server.statistics.Report;
import org.rexian.server.statistics.ReportCsv;
import org.rexian.server.statistics.StatisticsRecorder;
import org.rexian.server.storage.StatisticsStore;

/** {@code /api/statistics}: half hours and days, by queue, skill, tier, team and agent; {@code /live}: since the log began. */
public final class StatisticsResource {

    private static final Set<String> PARAMETERS = Set.of("from", "to", "by", "interval", "zone", "format");
    private static final long LONGEST_MILLIS = 400L * 24 * 3_600_000;

    /** What the resource reads. {@code columns} knows the formula that is meant. */
    public record Parts(StatisticsStore store, StatisticsRecorder recorder, Columns columns) {}

    private final Parts parts;
    private final LiveFeed feed;

    StatisticsResource(Parts parts, LiveFeed feed) {
        this.parts = parts;
        this.feed = feed;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/statistics", this::report);
        routes.get("/api/statistics/live", context -> Replies.json(context, Map.of("groups", groups())));
    }

    private Object groups() throws InterruptedException {
        try {
            return feed.snapshot().groups();
        } catch (TimeoutException e) {
            throw ApiError.unavailable("the router did not answer in time");
        }
    }

    private void report(Context context) throws InterruptedException {
        Query.onlyKnown(context, PARAMETERS);
        Report.Query query = query(context);
        boolean csv = choice(context, "format", Format.class, Format.JSON) == Format.CSV;
        if (!parts.recorder.flush()) {
            throw ApiError.unavailable("the figures of this moment could not be written; the log says why");
        }
        Report report = Report.of(parts.store, query);
        if (csv) {
            context.contentType("text/csv; charset=utf-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Disposition", "attachment; filename=\"statistics.csv\"")
                    .result(ReportCsv.of(report, parts.columns).getBytes(StandardCharsets.UTF_8));
        } else {
            Replies.json(context, json(report));
        }
    }

    private enum Format {
        JSON,
        CSV
    }

    private static Report.Query query(Context context) {
        ZoneId zone = zone(context);
        long now = Instant.now().toEpochMilli();
        long from = Query.time(context, "from")
                .orElseGet(() -> Instant.now()
                        .atZone(zone)
                        .toLocalDate()
                        .atStartOfDay(zone)
                        .toInstant()
                        .toEpochMilli());
        long to = Query.time(context, "to").orElse(Math.max(now, from + 1));
        if (to <= from) {
            throw ApiError.badRequest("to lies after from");
        }
        if (to - from > LONGEST_MILLIS) {
            throw ApiError.badRequest("no more than 400 days at once");
        }
        return new Report.Query(
                from,
                to,
                choice(context, "by", By.class, By.QUEUE),
                choice(context, "interval", Report.Interval.class, Report.Interval.HALF_HOUR),
                zone);
    }

    private static ZoneId zone(Context context) {
        Optional<String> name = Optional.ofNullable(context.queryParam("zone"));
        try {
            return name.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw ApiError.badRequest("zone is the name of a time zone such as Asia/Shanghai");
        }
    }

    private static <E extends Enum<E>> E choice(Context context, String name, Class<E> type, E fallback) {
        Optional<String> word = Optional.ofNullable(context.queryParam(name));
        List<E> all = Arrays.asList(type.getEnumConstants());
        return word.map(text -> all.stream()
                        .filter(each -> word(each).equals(text))
                        .findFirst()
                        .orElseThrow(() -> ApiError.badRequest(name + " is one of "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(StatisticsResource::word)
                                                .toList()))))
                .orElse(fallback);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, Object> json(Report report) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Report.Row row : report.rows()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("start", row.start());
            values.put("end", row.end());
            values.put("name", row.name());
            values.putAll(parts.columns.of(row));
            rows.add(values);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("from", report.query().from());
        answer.put("to", report.query().to());
        answer.put("by", word(report.query().by()));
        answer.put("interval", word(report.query().interval()));
        answer.put("zone", report.query().zone().getId());
        answer.put("rows", rows);
        return answer;
    }
}
