package org.rexian.acd.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The figures of one subject in one replication; what was never set is NaN. */
final class Row {

    private final Map<Measure, Double> figures = new EnumMap<>(Measure.class);

    void set(Measure measure, double value) {
        figures.put(measure, value);
    }

    double get(Measure measure) {
        return Objects.requireNonNullElse(figures.get(measure), Double.NaN);
    }
}
