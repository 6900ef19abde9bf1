package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import org.rexian.acd.AcdConfiguration;
import org.rexian.acd.sim.Spread;
import org.rexian.server.config.SimulationKinds.SpreadText;

/** The mapping {@code replay} of a scenario: calls that really came. */
final class ReplayTable {

    static final Key<Path> FILE = Key.required(
            "file",
            Kinds.PATH,
            "calls.csv",
            "CSV with a line of names: `time` and `queue`, and where known `class`, `requirement`, `priority`, `talk`,"
                    + " `wrap-up`, `patience`. Times of the day 8:15:30, or dates 2026-11-22T08:15:30; durations in seconds.");
    static final Key<SpreadText> TALK =
            Key.of("talk", SimulationKinds.SPREAD, "lognormal 3m 0.8", "For calls whose talk is not known.");
    static final Key<SpreadText> PATIENCE =
            Key.of("patience", SimulationKinds.SPREAD, "exponential 2m", "For calls whose patience is not known.");

    static final Table TABLE =
            Table.one("replay", "Calls that really came, played again as they came.", List.of(FILE, TALK, PATIENCE));

    private ReplayTable() {}

    static RecordedCalls read(Section replay, AcdConfiguration floor, int groupsBefore) {
        Spread talk = SpreadReader.finite(replay, TALK, replay.get(TALK));
        Spread patience = SpreadReader.read(replay, PATIENCE);
        return new RecordedCallsReader(replay, floor, talk, patience, groupsBefore)
                .read(replay.resolve(replay.get(FILE)));
    }
}
