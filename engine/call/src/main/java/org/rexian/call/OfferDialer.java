package org.rexian.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.OfferEnd;
import org.rexian.acd.RejectCause;
import org.rexian.sip.CallTarget;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings an agent's phone for each offer of the router, and tells the router what the phone said. A contact may have several offers
 * at once (ring-all): the router takes the first answer and cancels the others.
 */
final class OfferDialer {

    private static final Logger log = LoggerFactory.getLogger(OfferDialer.class);

    /** RFC 3326 §3.1: a phone that is told so shows no missed call. */
    private static final String COMPLETED_ELSEWHERE = "SIP;cause=200;text=\"Call completed elsewhere\"";

    private final CallCenter center;
    private final Map<Long, Ringing> ringing = new HashMap<>();

    OfferDialer(CallCenter center) {
        this.center = center;
    }

    void ring(AcdEvent.AgentOffered offer, ContactOwner owner) {
        Optional<String> account = center.agents().account(offer.agent());
        if (account.isEmpty() || !center.sip().registrar().reachable(account.get())) {
            reject(offer.offer(), RejectCause.UNREGISTERED);
            return;
        }
        Optional<LegAudio> audio = owner.beside()
                .map(leg -> LegAudio.openBeside(leg, center.media(), center.loop(), offer.offer()))
                .orElseGet(() -> LegAudio.open(center.media(), center.loop(), offer.offer()));
        if (audio.isEmpty()) {
            log.error("call {}: no media port free for agent {}", owner.callId(), offer.agent());
            reject(offer.offer(), RejectCause.FAILED);
            return;
        }
        Ringing attempt = new Ringing(offer, owner);
        ringing.put(offer.offer(), attempt);
        attempt.dial(account.get(), audio.get());
    }

    private void reject(long offer, RejectCause cause) {
        center.acd().send(new AcdCommand.OfferRejected(center.loop().now(), offer, cause));
    }

    /** The router took the offer back. */
    void cancel(long offer, OfferEnd why) {
        withdraw(offer, why == OfferEnd.ANSWERED_ELSEWHERE ? COMPLETED_ELSEWHERE : why.name());
    }

    /** The router does not want the answer any more. */
    void refused(long offer, String why) {
        withdraw(offer, why);
    }

    private void withdraw(long offer, String why) {
        Ringing attempt = ringing.remove(offer);
        if (attempt != null) {
            attempt.withdraw(why);
        }
    }

    /** The router connected the offer: the leg goes to the talk. */
    Optional<Leg> take(long offer) {
        return Optional.ofNullable(ringing.remove(offer)).flatMap(Ringing::leg);
    }

    /** The leg of an agent who has answered, and waits for the customer of this contact to be dialled. */
    Optional<Leg> answeredBy(long contact) {
        return ringing.values().stream()
                .filter(each -> each.offer.contact() == contact && each.answered)
                .findFirst()
                .flatMap(Ringing::leg);
    }

    /** The same, and the leg goes to the talk. */
    Optional<Leg> takeAnswered(long contact) {
        Optional<Leg> leg = answeredBy(contact);
        ringing.values().removeIf(each -> each.offer.contact() == contact && each.answered);
        return leg;
    }

    /** Hangs up every phone that rings or has been answered for this contact. */
    void drop(long contact, String why) {
        List.copyOf(ringing.values()).stream()
                .filter(each -> each.offer.contact() == contact)
                .forEach(each -> withdraw(each.offer.offer(), why));
    }

    int ringing() {
        return ringing.size();
    }

    /** One agent's phone while it rings, and between its answer and the router's word. */
    private final class Ringing implements LegOwner {

        private final AcdEvent.AgentOffered offer;
        private final ContactOwner owner;
        private @Nullable Leg leg;
        private boolean answered;
        private boolean withdrawn;

        Ringing(AcdEvent.AgentOffered offer, ContactOwner owner) {
            this.offer = offer;
            this.owner = owner;
        }

        void dial(String account, LegAudio audio) {
            Leg dialled = new Leg(owner.roleOfAgent(), account, center.loop(), audio, this, owner::legClosed);
            leg = dialled;
            owner.legOpened();
            OutgoingInvite invite = new OutgoingInvite(
                    new CallTarget.Account(account),
                    owner.shownNumber(),
                    offer.queue(),
                    dialled.firstOffer(),
                    headers(account),
                    offer.ringTimeoutMillis() + center.settings().noAnswerMarginMillis());
            dialled.dialled(center.sip().invite(invite, dialled));
        }

        private Map<String, String> headers(String account) {
            Map<String, String> headers = new HashMap<>();
            headers.put("X-Rexian-Call", Long.toString(owner.callId()));
            headers.put("X-Rexian-Queue", offer.queue());
            if (center.settings().talk().autoAnswer().contains(account)) {
                headers.putAll(AutoAnswer.HEADERS);
            }
            return headers;
        }

        @Override
        public void onUp(Leg up) {
            answered = true;
            center.acd().send(new AcdCommand.OfferAccepted(center.loop().now(), offer.offer()));
        }

        @Override
        public void onEnded(Leg ended, SessionEnd end) {
            // After its answer the router will connect the offer, and the talk sees that the leg is gone.
            if (!answered && !withdrawn) {
                ringing.remove(offer.offer());
                reject(offer.offer(), causeOf(end));
            } else if (answered) {
                owner.answeredLegGone(offer.offer());
            }
        }

        private static RejectCause causeOf(SessionEnd end) {
            if (end.cause() != SessionEnd.Cause.REJECTED) {
                return RejectCause.FAILED;
            }
            return switch (end.status()) {
                case 486, 600 -> RejectCause.BUSY;
                case 404, 410, 480 -> RejectCause.UNREGISTERED;
                case 403, 603 -> RejectCause.REJECTED;
                default -> RejectCause.FAILED;
            };
        }

        void withdraw(String why) {
            withdrawn = true;
            if (leg != null) {
                leg.end(why);
            }
        }

        Optional<Leg> leg() {
            return Optional.ofNullable(leg);
        }

        @Override
        public void onFailure(RuntimeException failure) {
            log.error("call {}: ringing agent {} failed by a mistake of ours", owner.callId(), offer.agent());
            ringing.remove(offer.offer());
            reject(offer.offer(), RejectCause.FAILED);
            withdraw("failed");
        }
    }
}
