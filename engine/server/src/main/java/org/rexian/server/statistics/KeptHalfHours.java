package org.rexian.server.statistics;

import java.util.Optional;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.CommandFold;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;
import org.rexian.acd.statistics.StatisticsCodec;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.journal.Keepsake;

/** The half hours of the router, which survive a restart with it: see {@link Keepsake}. */
public final class KeptHalfHours implements Keepsake {

    private final StatisticsRules rules;
    private HalfHours halfHours;

    public KeptHalfHours(StatisticsRules rules) {
        this.rules = rules;
        this.halfHours = HalfHours.begin(rules);
    }

    /** After the recovery; they do not change any more. */
    public HalfHours halfHours() {
        return halfHours;
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public Optional<CommandFold> fold() {
        return Optional.of(halfHours.fold());
    }

    @Override
    public void onEvent(AcdEvent event) {
        // the fold follows the router itself
    }

    @Override
    public void write(BytesOut out) {
        StatisticsCodec.write(halfHours.fold().snapshot(), out);
    }

    @Override
    public void read(BytesIn in) throws Malformed {
        halfHours = HalfHours.restore(rules, StatisticsCodec.read(in));
    }
}
