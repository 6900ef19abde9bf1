package org.rexian.server.config;

import java.util.List;
import org.rexian.acd.sim.Manners;
import org.rexian.server.config.SimulationKinds.SpreadText;

/** The mapping {@code phones} of a scenario. */
final class MannersTable {

    static final Key<SpreadText> ANSWER =
            Key.of("answer", SimulationKinds.SPREAD, "constant 0", "From the first ring to the agent's answer.");
    static final Key<Double> NO_ANSWER = Key.of("no-answer", SimulationKinds.SHARE_KIND, "0%", "Offers that ring out.");
    static final Key<Long> BACK =
            Key.of("back-after", Kinds.duration("0", "8h"), "30s", "How long an agent is away whose phone rang out.");

    static final Table TABLE = Table.one("phones", "How agents treat their phones.", List.of(ANSWER, NO_ANSWER, BACK));

    private MannersTable() {}

    static Manners read(Section phones) {
        return new Manners(
                SpreadReader.finite(phones, ANSWER, phones.get(ANSWER)), phones.get(NO_ANSWER), phones.get(BACK));
    }
}
