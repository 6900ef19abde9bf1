package org.rexian.server.config;

import java.util.List;
import org.rexian.acd.statistics.ClockStart;
import org.rexian.acd.statistics.ServiceLevel;
import org.rexian.acd.statistics.StatisticsRules;

/**
 * What everyone defines differently.
 *
 * @param serviceLevel the formula that is meant where one figure alone is shown
 */
public record StatisticsConfiguration(StatisticsRules rules, ServiceLevel.Formula serviceLevel) {

    static final Key<ClockStart> CLOCK = Key.of(
            "clock",
            Kinds.choice(ClockStart.class),
            "queue-entry",
            "From when a wait counts: the entry into the present queue, or the request for an agent, which overflow does not end.");
    static final Key<Long> SHORT_ABANDON = Key.of(
            "short-abandon",
            Kinds.duration("0s", "1m"),
            "0s",
            "Callers who hang up sooner are counted apart, and in no service level.");
    static final Key<ServiceLevel.Formula> SERVICE_LEVEL = Key.of(
            "service-level",
            Kinds.choice(ServiceLevel.Formula.class),
            "f1",
            "The service level that is meant where one is shown; reports have all four. See statistics.md.");

    static final Table TABLE = Table.one(
            "statistics", "What figures mean, see statistics.md.", List.of(CLOCK, SHORT_ABANDON, SERVICE_LEVEL));

    static StatisticsConfiguration read(Section statistics) {
        return new StatisticsConfiguration(
                new StatisticsRules(statistics.get(CLOCK), statistics.get(SHORT_ABANDON)),
                statistics.get(SERVICE_LEVEL));
    }
}
