package org.rexian.server.live;

import java.util.Locale;
import java.util.Optional;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.AgentState;
import org.rexian.call.CallRecord;
import org.rexian.server.Printable;

/** Says in a line what happened, for the board and the log. Text from strangers is made printable. */
public final class Words {

    private static final int CALLER = 24;

    private Words() {}

    /**
     * Empty for what nobody wants to read line by line, and for what another line says better.
     *
     * @param caller whom the event is about, if about a caller
     */
    static Optional<String> of(AcdEvent event, String caller) {
        return switch (event) {
            case AcdEvent.Configured e -> Optional.of(e.queues() + " queues, " + e.agents() + " agents");
            case AcdEvent.ContactQueued e ->
                Optional.of(caller + " waits in " + e.queue() + ", position " + e.position());
            case AcdEvent.AgentOffered e -> Optional.of(e.agent() + " is rung for " + caller + ": " + e.reason());
            case AcdEvent.OfferCancelled e ->
                Optional.of(e.agent() + " is no longer rung for " + caller + ": " + word(e.cause()));
            case AcdEvent.Connected e ->
                Optional.of(caller + " talks with " + e.agent() + " after " + seconds(e.waitMillis()));
            case AcdEvent.PositionChanged e -> Optional.empty();
            case AcdEvent.LimitReached e -> Optional.of(caller + " leaves " + e.queue() + ": " + word(e.limit()));
            case AcdEvent.AgentStateChanged e -> agent(e);
            case AcdEvent.ContactEnded e -> Optional.of(caller + " is done with " + e.queue() + ": " + word(e.cause()));
            case AcdEvent.RequirementRelaxed e ->
                Optional.of(caller + " now asks for \"" + Printable.line(e.requirement()) + "\": " + e.reason());
            case AcdEvent.Overflowed e ->
                Optional.of(caller + " goes on from " + e.from() + " to " + e.to() + ": " + e.reason());
            case AcdEvent.Transferred e -> Optional.of(e.agent() + " transfers " + caller + " to " + e.to());
            case AcdEvent.Requeued e ->
                Optional.of(caller + " is back at the head of " + e.queue() + ", " + e.agent() + " is lost: "
                        + Printable.line(e.reason()));
            case AcdEvent.TakenOver e -> Optional.of(e.to() + " takes " + caller + " over from " + e.from());
            case AcdEvent.CallbackRequested e -> Optional.of(caller + " wants to be called back");
            case AcdEvent.DialCustomer e -> Optional.of(e.agent() + " accepted, " + caller + " is dialled");
            case AcdEvent.DialFailed e -> Optional.of(caller + " was not reached: " + word(e.result()));
            case AcdEvent.QueueOpenChanged e -> Optional.of(e.queue() + (e.open() ? " opens" : " closes"));
            case AcdEvent.CommandRejected e ->
                Optional.of("refused: " + e.command().getClass().getSimpleName() + ", " + Printable.line(e.reason()));
        };
    }

    /** A call begins. */
    public static String started(CallsSnapshot.ActiveCall call) {
        return caller(call.from()) + " calls " + Printable.line(call.to());
    }

    /** A call is over. */
    public static String ended(CallRecord call) {
        if (call.cause().equals("feature-code")) {
            return caller(call.from()) + " dialled " + Printable.line(call.to());
        }
        String outcome = call.outcome().isEmpty() ? "" : ", " + call.outcome();
        return caller(call.from()) + "'s call is over after " + seconds(call.endedAt() - call.startedAt()) + ": "
                + call.cause() + outcome;
    }

    /** Constants as people write them: {@code ring-no-answer}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> agent(AcdEvent.AgentStateChanged e) {
        boolean answered = e.from() == AgentState.RESERVED && e.to() == AgentState.TALKING;
        if (e.to() == AgentState.RESERVED || answered) {
            return Optional.empty(); // the caller's line, "is rung for", "talks with", says it
        }
        boolean bare = e.reason().isEmpty() || e.to() == AgentState.HELD || e.to() == AgentState.TALKING;
        String why = bare ? "" : " (" + Printable.line(e.reason()) + ")";
        return Optional.of(e.agent() + " " + word(e.from()) + " → " + word(e.to()) + why);
    }

    /** A caller by number, made printable; short enough for a column. */
    static String caller(String number) {
        String printable = Printable.line(number.length() > CALLER ? number.substring(0, CALLER) + "…" : number);
        return printable.isEmpty() ? "anonymous" : printable;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
