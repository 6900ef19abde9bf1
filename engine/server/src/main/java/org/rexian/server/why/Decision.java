package org.rexian.server.why;

import java.util.Optional;
import org.rexian.acd.AcdEvent;
import org.rexian.server.live.Words;

/**
 * One thing that the router decided about a contact. Empty texts and 0 where something does not apply.
 *
 * @param what such as {@code offered}, the key of its sentence
 * @param other a second queue or agent
 * @param detail the reason in the router's words, or a cause
 * @param number position, milliseconds waited, or the how-manieth step or try
 */
public record Decision(long at, String what, String agent, String queue, String other, String detail, long number) {

    /** The contact that an event is about, and what was decided; empty for what is no decision about a contact. */
    static Optional<OfContact> of(AcdEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AcdEvent.ContactQueued e ->
                        about(
                                e.contact(),
                                e.at(),
                                "queued",
                                "",
                                e.queue(),
                                e.customerClass(),
                                e.requirement(),
                                e.position());
                    case AcdEvent.RequirementRelaxed e ->
                        about(e.contact(), e.at(), "relaxed", "", e.queue(), e.reason(), e.requirement(), e.step());
                    case AcdEvent.AgentOffered e ->
                        about(e.contact(), e.at(), "offered", e.agent(), e.queue(), "", e.reason(), 0);
                    case AcdEvent.OfferCancelled e ->
                        about(e.contact(), e.at(), "cancelled", e.agent(), "", "", Words.word(e.cause()), 0);
                    case AcdEvent.Connected e ->
                        about(e.contact(), e.at(), "connected", e.agent(), e.queue(), "", "", e.waitMillis());
                    case AcdEvent.Overflowed e ->
                        about(e.contact(), e.at(), "overflowed", "", e.from(), e.to(), e.reason(), 0);
                    case AcdEvent.Transferred e ->
                        about(e.contact(), e.at(), "transferred", e.agent(), e.from(), e.to(), "", 0);
                    case AcdEvent.Requeued e ->
                        about(e.contact(), e.at(), "requeued", e.agent(), e.queue(), "", e.reason(), 0);
                    case AcdEvent.TakenOver e ->
                        about(e.contact(), e.at(), "taken-over", e.from(), e.queue(), e.to(), e.reason(), 0);
                    case AcdEvent.CallbackRequested e ->
                        about(e.contact(), e.at(), "callback-requested", "", e.queue(), "", "", 0);
                    case AcdEvent.DialCustomer e ->
                        about(e.contact(), e.at(), "dialled", e.agent(), e.queue(), "", "", e.attempt());
                    case AcdEvent.DialFailed e ->
                        about(
                                e.contact(),
                                e.at(),
                                "not-reached",
                                e.agent(),
                                e.queue(),
                                "",
                                Words.word(e.result()),
                                e.attempt());
                    case AcdEvent.LimitReached e ->
                        about(e.contact(), e.at(), "limit", "", e.queue(), "", Words.word(e.limit()), 0);
                    case AcdEvent.ContactEnded e ->
                        about(e.contact(), e.at(), "ended", "", e.queue(), "", Words.word(e.cause()), 0);
                    default -> null;
                });
    }

    /** A decision and whom it is about. */
    record OfContact(long contact, Decision decision) {

        /** Nothing comes after it. */
        boolean isLast() {
            return decision.what.equals("ended");
        }
    }

    private static OfContact about(
            long contact, long at, String what, String agent, String queue, String other, String detail, long number) {
        return new OfContact(contact, new Decision(at, what, agent, queue, other, detail, number));
    }
}
