package org.rexian.acd;

import org.rexian.acd.bytes.BytesIn;
import org.rexian.acd.bytes.BytesOut;
import org.rexian.acd.bytes.Codes;
import org.rexian.acd.bytes.Malformed;

/** What agents and queues have counted and measured, and when they are due, as bytes. */
final class FigureBytes {

    static final Codes<AgentState> STATES = Codes.of(
            AgentState.SIGNED_OUT,
            AgentState.NOT_READY,
            AgentState.READY,
            AgentState.RESERVED,
            AgentState.TALKING,
            AgentState.HELD,
            AgentState.WRAP_UP,
            AgentState.UNREACHABLE);
    static final Codes<OfferEnd> OFFER_ENDS = Codes.of(
            OfferEnd.RING_NO_ANSWER,
            OfferEnd.BUSY,
            OfferEnd.REJECTED,
            OfferEnd.UNREGISTERED,
            OfferEnd.FAILED,
            OfferEnd.CALLER_GONE,
            OfferEnd.AGENT_GONE,
            OfferEnd.LEFT_QUEUE,
            OfferEnd.ANSWERED_ELSEWHERE);
    static final Codes<QueueLimit> LIMITS =
            Codes.of(QueueLimit.FULL, QueueLimit.MAX_WAIT, QueueLimit.NO_AGENTS, QueueLimit.CLOSED);

    private FigureBytes() {}

    static <E extends Enum<E>> void write(Tally<E> tally, Codes<E> codes, BytesOut out) {
        out.all(codes.all(), (value, to) -> to.number(tally.of(value)));
    }

    static <E extends Enum<E>> void read(Tally<E> into, Codes<E> codes, BytesIn in) throws Malformed {
        int count = in.count();
        if (count > codes.all().size()) {
            throw in.malformed("sums of " + count + " kinds, " + codes.all().size() + " are known");
        }
        for (E value : codes.all().subList(0, count)) {
            into.add(value, in.number());
        }
    }

    static void write(EwtEstimator ewt, BytesOut out) {
        for (long at : ewt.servedAt) {
            out.number(at);
        }
        out.number(ewt.services)
                .number(ewt.busyMillis)
                .number(ewt.changedAt)
                .number(ewt.waiting)
                .number(ewt.waitingForAnyone);
        out.real(ewt.waitedMillis).number(ewt.abandonments).number(ewt.handled).number(ewt.handlingMillis);
    }

    static void read(EwtEstimator into, BytesIn in) throws Malformed {
        for (int i = 0; i < into.servedAt.length; i++) {
            into.servedAt[i] = in.number();
        }
        into.services = in.number();
        into.busyMillis = in.number();
        into.changedAt = in.number();
        into.waiting = in.integer();
        into.waitingForAnyone = in.integer();
        into.waitedMillis = in.real();
        into.abandonments = in.number();
        into.handled = in.number();
        into.handlingMillis = in.number();
    }

    static void write(Deadline deadline, BytesOut out) {
        out.flag(deadline.isQueued());
        if (deadline.isQueued()) {
            out.number(deadline.major).number(deadline.minor);
        }
    }

    static void read(Deadline into, Deadlines deadlines, BytesIn in) throws Malformed {
        if (in.flag()) {
            deadlines.restore(into, in.number(), in.number());
        }
    }
}
