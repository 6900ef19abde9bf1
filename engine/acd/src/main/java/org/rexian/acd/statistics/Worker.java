package org.rexian.acd.statistics;

import org.rexian.acd.AgentState;

/** An agent, and the rows in which it counts. */
final class Worker {

    final String id;
    private final Row site;
    private final Row own;
    private Row team;

    AgentState state = AgentState.SIGNED_OUT;

    /** Up to here its state is counted. */
    long since;

    /** No longer in the configuration: to be forgotten when it signs out. */
    boolean dismissed;

    /** Where its wrap-up counts. */
    Scope last = Scope.NOWHERE;

    Worker(String id, Row site, Row own, Row team, long since) {
        this.id = id;
        this.site = site;
        this.own = own;
        this.team = team;
        this.since = since;
    }

    String team() {
        return team.name;
    }

    /** What is counted from now on counts there; everything before must be settled. */
    void moveTo(Row newTeam) {
        team = newTeam;
    }

    void add(Measure measure, long amount) {
        own.add(measure, amount);
        team.add(measure, amount);
    }

    void waited(long millis) {
        own.waited(millis);
        team.waited(millis);
    }

    void answeredAfter(long millis) {
        team.answeredAfter(WaitBuckets.indexOf(millis));
    }

    /** Counts its state up to now. */
    void settle(long at) {
        if (state != AgentState.SIGNED_OUT) {
            Measure measure = Measure.of(state);
            site.add(measure, at - since);
            add(measure, at - since);
            if (state == AgentState.WRAP_UP) {
                last.add(Measure.WRAP_UP_MILLIS, at - since);
                add(Measure.WRAP_UP_MILLIS, at - since);
            }
        }
        since = at;
    }
}
