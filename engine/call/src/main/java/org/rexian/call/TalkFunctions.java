package org.rexian.call;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each function of a talk does: the one list for phones' keys and desktops. On the call loop. */
final class TalkFunctions {

    static final Logger log = LoggerFactory.getLogger(TalkFunctions.class);

    private TalkFunctions() {}

    static CompletableFuture<Outcome> perform(
            Talk talk, TalkCodes.Function function, String number, CallCenter center) {
        return switch (function) {
            case HOLD -> now(talk.hold(!talk.onHold()));
            case TRANSFER -> towards(number, center, to -> Transfer.begin(talk, to, center));
            case CONSULT -> towards(number, center, to -> Consult.begin(talk, to, center));
            case COMPLETE -> errand(talk, Errand::complete);
            case CONFERENCE -> errand(talk, Errand::conference);
            case RETRIEVE -> errand(talk, Errand::retrieve);
            case SURVEY -> now(survey(talk));
        };
    }

    private static CompletableFuture<Outcome> towards(
            String number, CallCenter center, Function<Destination, CompletableFuture<Outcome>> then) {
        Optional<Destination> to = center.settings().directory().find(number, center.agents());
        return to.map(then).orElseGet(() -> now(Outcome.refused("nobody is reached by '" + printable(number) + "'")));
    }

    private static CompletableFuture<Outcome> errand(Talk talk, Function<Errand, CompletableFuture<Outcome>> then) {
        return talk.errand().map(then).orElseGet(() -> now(Outcome.refused("nobody is being asked")));
    }

    /** The agent is done; the flow goes on with the caller as after any talk, which is where surveys stand. */
    private static Outcome survey(Talk talk) {
        Optional<String> busy = talk.busy();
        if (busy.isPresent()) {
            return Outcome.refused(busy.get());
        }
        talk.host().draft().survey();
        talk.endByAgent();
        return Outcome.done();
    }

    private static CompletableFuture<Outcome> now(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}*#+._-]", "?");
    }
}
