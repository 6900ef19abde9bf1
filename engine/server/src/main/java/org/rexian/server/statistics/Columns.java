package org.rexian.server.statistics;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.ServiceLevel;
import org.rexian.server.statistics.Report.Row;

/** What a report shows of each row, in order: first what is derived, then everything that was counted. */
public final class Columns {

    private final Map<String, Function<Row, @Nullable Number>> columns = new LinkedHashMap<>();

    /** @param formula the service level that is meant */
    public Columns(ServiceLevel.Formula formula) {
        add("offered", Figures::offered);
        add("present", Figures::present);
        rate("serviceLevel", figures -> figures.serviceLevel().by(formula));
        for (ServiceLevel.Formula each : ServiceLevel.Formula.values()) {
            rate("serviceLevel" + each, figures -> figures.serviceLevel().by(each));
        }
        rate("humanAnswerRate", Figures::humanAnswerRate);
        columns.put("calls", row -> row.calls().map(CallCounts::calls).orElse(null));
        columns.put("selfServed", row -> row.calls().map(CallCounts::selfServed).orElse(null));
        columns.put(
                "totalAnswerRate",
                row -> orNull(row.calls().map(CallCounts::totalAnswerRate).orElse(OptionalDouble.empty())));
        rate("abandonRate", Figures::abandonRate);
        average("averageAnswerMillis", Figures::averageAnswerMillis);
        average("averageHandleMillis", Figures::averageHandleMillis);
        average("averageTalkMillis", Figures::averageTalkMillis);
        rate("occupancy", Figures::occupancy);
        add("signedInMillis", Figures::signedInMillis);
        for (int percent : new int[] {50, 90, 95, 99}) {
            average("waitP" + percent + "Millis", figures -> figures.waitMillis(percent));
        }
        for (Measure measure : Measure.values()) {
            add(camel(measure.key()), figures -> figures.get(measure));
        }
    }

    private void add(String name, Function<Figures, Number> value) {
        columns.put(name, row -> value.apply(row.figures()));
    }

    private void rate(String name, Function<Figures, OptionalDouble> value) {
        columns.put(name, row -> orNull(value.apply(row.figures())));
    }

    private void average(String name, Function<Figures, OptionalLong> value) {
        columns.put(name, row -> {
            OptionalLong found = value.apply(row.figures());
            return found.isPresent() ? found.getAsLong() : null;
        });
    }

    /** To four places: nobody reads more, and files stay small. */
    private static @Nullable Number orNull(OptionalDouble value) {
        return value.isPresent() ? Math.round(value.getAsDouble() * 10_000) / 10_000.0 : null;
    }

    /** Names in order. */
    public Iterable<String> names() {
        return columns.keySet();
    }

    /** Every figure of a row by name, in order; null where there was nothing to divide by. */
    public Map<String, @Nullable Number> of(Row row) {
        Map<String, @Nullable Number> values = new LinkedHashMap<>();
        columns.forEach((name, value) -> values.put(name, value.apply(row)));
        return values;
    }

    /** {@code answered_in_time} is {@code answeredInTime}. */
    static String camel(String key) {
        StringBuilder name = new StringBuilder();
        for (String part : key.split("_", -1)) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }
}
