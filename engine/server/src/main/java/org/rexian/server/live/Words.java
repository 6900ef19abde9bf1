package org.rexian.server.live;

import java.util.Locale;
import java.util.Optional;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.call.CallRecord;
import org.rexian.server.Printable;

/** Says in a line what happened, for the board and the log. Text from strangers is made printable. */
public final class Words {

    private Words() {}

    /** Empty for what nobody wants to read line by line. */
    public static Optional<String> of(AcdEvent event) {
        return switch (event) {
            case AcdEvent.Configured e -> Optional.of(e.queues() + " queues, " + e.agents() + " agents");
            case AcdEvent.ContactQueued e ->
                Optional.of(call(e.contact()) + " waits in " + e.queue() + ", position " + e.position());
            case AcdEvent.AgentOffered e ->
                Optional.of(e.agent() + " is rung for " + call(e.contact()) + ": " + e.reason());
            case AcdEvent.OfferCancelled e ->
                Optional.of(e.agent() + " is no longer rung for " + call(e.contact()) + ": " + word(e.cause()));
            case AcdEvent.Connected e ->
                Optional.of(call(e.contact()) + " talks with " + e.agent() + " after " + seconds(e.waitMillis()));
            case AcdEvent.PositionChanged e -> Optional.empty();
            case AcdEvent.LimitReached e ->
                Optional.of(call(e.contact()) + " leaves " + e.queue() + ": " + word(e.limit()));
            case AcdEvent.AgentStateChanged e -> Optional.of(agent(e));
            case AcdEvent.ContactEnded e ->
                Optional.of(call(e.contact()) + " is done with " + e.queue() + ": " + word(e.cause()));
            case AcdEvent.CommandRejected e ->
                Optional.of("refused: " + e.command().getClass().getSimpleName() + ", " + Printable.line(e.reason()));
        };
    }

    /** A call begins. */
    public static String started(CallsSnapshot.ActiveCall call) {
        return call(call.id()) + " from " + Printable.line(call.from()) + " to " + Printable.line(call.to());
    }

    /** A call is over. */
    public static String ended(CallRecord call) {
        String outcome = call.outcome().isEmpty() ? "" : ", " + call.outcome();
        return call(call.id()) + " over after " + seconds(call.endedAt() - call.startedAt()) + ": " + call.cause()
                + outcome;
    }

    /** Constants as people write them: {@code ring-no-answer}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String agent(AcdEvent.AgentStateChanged e) {
        boolean bare = e.reason().isEmpty() || e.to() == AgentState.RESERVED;
        return e.agent() + " " + word(e.from()) + " → " + word(e.to())
                + (bare ? "" : " (" + Printable.line(e.reason()) + ")");
    }

    private static String call(long id) {
        return "call " + id;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
