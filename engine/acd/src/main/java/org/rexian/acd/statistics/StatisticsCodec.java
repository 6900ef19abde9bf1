package org.rexian.acd.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rexian.acd.AgentState;
import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Malformed;
import org.rexian.acd.statistics.StatisticsSnapshot.ContactState;
import org.rexian.acd.statistics.StatisticsSnapshot.OfferState;
import org.rexian.acd.statistics.StatisticsSnapshot.QueueTerms;
import org.rexian.acd.statistics.StatisticsSnapshot.RowState;
import org.rexian.acd.statistics.StatisticsSnapshot.ScopeState;
import org.rexian.acd.statistics.StatisticsSnapshot.Stage;
import org.rexian.acd.statistics.StatisticsSnapshot.Stream;
import org.rexian.acd.statistics.StatisticsSnapshot.WorkerState;

/** Statistics as bytes, beside the router's own snapshot. Constants stand by name, so that new ones may come anywhere. */
public final class StatisticsCodec {

    private static final int LAYOUT = 1;

    private StatisticsCodec() {}

    /** Appends them. */
    public static void write(StatisticsSnapshot of, BytesOut out) {
        out.tag(LAYOUT).number(of.begun()).number(of.last()).number(of.intervalStart());
        out.map(of.queues(), (terms, to) -> to.text(terms.requirement()).number(terms.serviceLevelMillis()));
        out.map(of.targets(), BytesOut::numberOf);
        out.all(of.contacts(), StatisticsCodec::writeContact);
        out.all(of.offers(), (offer, to) -> {
            to.number(offer.offer()).text(offer.agent());
            writeScope(offer.scope(), to);
        });
        out.all(of.workers(), (worker, to) -> {
            to.text(worker.agent())
                    .text(worker.team())
                    .text(worker.state().name())
                    .flag(worker.dismissed());
            writeScope(worker.scope(), to);
        });
        out.all(of.rows(), (row, to) -> {
            to.text(row.by().name()).text(row.name());
            writeFigures(row.open(), to);
            writeFigures(row.before(), to);
        });
        out.number(of.strays());
    }

    /** Reads them, of this layout alone. */
    public static StatisticsSnapshot read(BytesIn in) throws Malformed {
        if (in.tag() != LAYOUT) {
            throw in.malformed("another layout of the statistics");
        }
        return new StatisticsSnapshot(
                in.number(),
                in.number(),
                in.number(),
                in.map(from -> new QueueTerms(from.text(), from.number())),
                in.map(BytesIn::number),
                in.all(StatisticsCodec::readContact),
                in.all(from -> new OfferState(from.number(), from.text(), readScope(from))),
                in.all(from -> new WorkerState(
                        from.text(), from.text(), one(AgentState.values(), from), from.flag(), readScope(from))),
                in.all(from -> new RowState(one(By.values(), from), from.text(), readFigures(from), readFigures(from))),
                in.number());
    }

    private static void writeContact(ContactState of, BytesOut out) {
        out.number(of.contact()).text(of.stream().name()).text(of.stage().name());
        writeScope(of.scope(), out);
        out.text(of.origin().name()).text(of.tier()).text(of.requirement()).flag(of.counted());
        out.number(of.enteredAt()).number(of.requestedAt()).optional(of.agent(), BytesOut::textOf);
    }

    private static ContactState readContact(BytesIn in) throws Malformed {
        return new ContactState(
                in.number(),
                one(Stream.values(), in),
                one(Stage.values(), in),
                readScope(in),
                one(Measure.values(), in),
                in.text(),
                in.text(),
                in.flag(),
                in.number(),
                in.number(),
                in.optional(BytesIn::text));
    }

    private static void writeScope(ScopeState of, BytesOut out) {
        out.text(of.queue())
                .text(of.tier())
                .text(of.requirement())
                .texts(of.skills())
                .number(of.thresholdMillis());
    }

    private static ScopeState readScope(BytesIn in) throws Malformed {
        return new ScopeState(in.text(), in.text(), in.text(), in.all(BytesIn::text), in.number());
    }

    private static void writeFigures(Figures of, BytesOut out) {
        out.all(
                of.counts().entrySet(),
                (entry, to) -> to.text(entry.getKey().name()).number(entry.getValue()));
        out.all(of.waits().entrySet(), (entry, to) -> to.number(entry.getKey()).number(entry.getValue()));
    }

    private static Figures readFigures(BytesIn in) throws Malformed {
        Map<Measure, Long> counts = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            counts.put(one(Measure.values(), in), in.number());
        }
        Map<Integer, Long> waits = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            waits.put(in.integer(), in.number());
        }
        return Figures.of(counts, waits);
    }

    private static <E extends Enum<E>> E one(E[] constants, BytesIn in) throws Malformed {
        String name = in.text();
        Optional<E> found = List.of(constants).stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> in.malformed("'" + name + "' is none of " + Arrays.toString(constants)));
    }
}
