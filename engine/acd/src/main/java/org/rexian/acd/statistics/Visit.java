package org.rexian.acd.statistics;

import org.jspecify.annotations.Nullable;
import org.rexian.acd.statistics.StatisticsSnapshot.Stage;
import org.rexian.acd.statistics.StatisticsSnapshot.Stream;

/** A contact in the house. Used again for another one when it is over. */
final class Visit {

    long contact;
    Stream stream = Stream.INBOUND;
    Stage stage = Stage.MOVING;
    String tier = "";
    String requirement = "";
    Scope scope = Scope.NOWHERE;
    Measure origin = Measure.ARRIVED;

    /** Its way out of the queue is counted, and its end is about to come. */
    boolean counted;

    long enteredAt;
    long requestedAt;

    /** Up to here its talk is counted. */
    long since;

    /** Who talks to it; nobody while it waits. */
    @Nullable
    Worker worker;

    void begin(long newContact, Stream newStream, String newTier, String newRequirement) {
        contact = newContact;
        stream = newStream;
        stage = Stage.MOVING;
        tier = newTier;
        requirement = newRequirement;
        scope = Scope.NOWHERE;
        origin = Measure.ARRIVED;
        counted = false;
        worker = null;
    }

    boolean isTalking() {
        return stage == Stage.TALKING || stage == Stage.HELD;
    }

    /** Counts its talk up to now. */
    void settle(long at) {
        Worker with = worker;
        if (with != null && isTalking()) {
            Measure measure = stage == Stage.HELD ? Measure.HOLD_MILLIS : Measure.TALK_MILLIS;
            measure = stream == Stream.CONSULT ? Measure.CONSULT_MILLIS : measure;
            scope.add(measure, at - since);
            with.add(measure, at - since);
        }
        since = at;
    }

    /** Inbound or dialled, of which agents have a talk to account for. */
    boolean hasCustomer() {
        return stream != Stream.CONSULT;
    }
}
