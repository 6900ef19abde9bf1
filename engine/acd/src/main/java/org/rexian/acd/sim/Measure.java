package org.rexian.acd.sim;

/** One figure of a replication. Shares go from 0 to 1; where there is nothing to divide by, a figure is NaN. */
public enum Measure {
    OFFERED("calls", Unit.COUNT),
    ANSWERED("answered", Unit.COUNT),
    ABANDONED("abandoned", Unit.COUNT),
    SENT_AWAY("sent away", Unit.COUNT),
    STILL_WAITING("left waiting", Unit.COUNT),
    ABANDONED_SHARE("abandoned %", Unit.SHARE),
    F1("F1", Unit.SHARE),
    F2("F2", Unit.SHARE),
    F3("F3", Unit.SHARE),
    F4("F4", Unit.SHARE),
    WAITED_SHARE("waited %", Unit.SHARE),
    /** Mean wait of the answered. */
    ASA("ASA", Unit.SECONDS),
    /** Of everybody, those who gave up included. */
    MEAN_WAIT("mean wait", Unit.SECONDS),
    /** Quantiles of the answered callers' waits. */
    P50("p50", Unit.SECONDS),
    P90("p90", Unit.SECONDS),
    P95("p95", Unit.SECONDS),
    P99("p99", Unit.SECONDS),
    LONGEST_WAIT("longest", Unit.SECONDS),
    /** Mean number of callers in line; for the floor and for queues. */
    QUEUE_MEAN("in line", Unit.NUMBER),
    QUEUE_LONGEST("longest line", Unit.COUNT),
    /** Of agents, for the floor alone, as everything below. */
    OCCUPANCY("occupancy", Unit.SHARE),
    /** Standard deviation over the agents. */
    OCCUPANCY_SPREAD("spread", Unit.SHARE),
    OCCUPANCY_LOWEST("lowest", Unit.SHARE),
    OCCUPANCY_HIGHEST("highest", Unit.SHARE),
    CALLS_AN_AGENT("calls an agent", Unit.NUMBER),
    RING_NO_ANSWERS("rang out", Unit.COUNT),
    /** Callers offered an agent before an older one of the same queue, class and requirement. */
    OVERTAKES("overtakes", Unit.COUNT),
    /** Callers offered an agent while anybody else had waited longer. */
    OVERTAKES_OF_OTHERS("of others", Unit.COUNT);

    /** How a figure is written. */
    public enum Unit {
        COUNT,
        NUMBER,
        SHARE,
        SECONDS
    }

    private final String label;
    private final Unit unit;

    Measure(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }
}
