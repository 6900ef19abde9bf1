package org.rexian.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.acd.RejectCause;
import org.rexian.sip.CallTarget;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings an agent's phone for each offer of the router, and tells the router what the phone said. */
final class OfferDialer {

    private static final Logger log = LoggerFactory.getLogger(OfferDialer.class);

    private final CallCenter center;
    private final Map<Long, Ringing> ringing = new HashMap<>();

    OfferDialer(CallCenter center) {
        this.center = center;
    }

    void ring(AcdEvent.AgentOffered offer, Call call) {
        Optional<String> account = center.agents().account(offer.agent());
        if (account.isEmpty() || !center.sip().registrar().reachable(account.get())) {
            reject(offer.offer(), RejectCause.UNREGISTERED);
            return;
        }
        Optional<LegAudio> audio = LegAudio.openBeside(call.caller(), center.media(), center.loop(), offer.offer());
        if (audio.isEmpty()) {
            log.error("call {}: no media port free for agent {}", call.id(), offer.agent());
            reject(offer.offer(), RejectCause.FAILED);
            return;
        }
        Ringing attempt = new Ringing(offer, call);
        ringing.put(offer.offer(), attempt);
        attempt.dial(account.get(), audio.get());
    }

    private void reject(long offer, RejectCause cause) {
        center.acd().send(new AcdCommand.OfferRejected(center.loop().now(), offer, cause));
    }

    /** The router took the offer back. */
    void cancel(long offer, String why) {
        Ringing attempt = ringing.remove(offer);
        if (attempt != null) {
            attempt.withdraw(why);
        }
    }

    /** The router connected the offer: the leg goes to the talk. */
    Optional<Leg> take(long offer) {
        return Optional.ofNullable(ringing.remove(offer)).flatMap(Ringing::leg);
    }

    int ringing() {
        return ringing.size();
    }

    /** One agent's phone while it rings, and between its answer and the router's word. */
    private final class Ringing implements LegOwner {

        private final AcdEvent.AgentOffered offer;
        private final Call call;
        private @Nullable Leg leg;
        private boolean answered;
        private boolean withdrawn;

        Ringing(AcdEvent.AgentOffered offer, Call call) {
            this.offer = offer;
            this.call = call;
        }

        void dial(String account, LegAudio audio) {
            Leg dialled = new Leg(Leg.Role.AGENT, account, center.loop(), audio, this);
            leg = dialled;
            call.legOpened();
            OutgoingInvite invite = new OutgoingInvite(
                    new CallTarget.Account(account),
                    call.from(),
                    offer.queue(),
                    dialled.firstOffer(),
                    Map.of("X-Rexian-Call", Long.toString(call.id()), "X-Rexian-Queue", offer.queue()),
                    offer.ringTimeoutMillis() + center.settings().noAnswerMarginMillis());
            dialled.dialled(center.sip().invite(invite, dialled));
        }

        @Override
        public void onUp(Leg up) {
            answered = true;
            center.acd().send(new AcdCommand.OfferAccepted(center.loop().now(), offer.offer()));
        }

        @Override
        public void onEnded(Leg ended, SessionEnd end) {
            // After its answer the router will connect the offer, and the call sees that the leg is gone.
            if (!answered && !withdrawn) {
                ringing.remove(offer.offer());
                reject(offer.offer(), causeOf(end));
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
        public void onClosed(Leg closed) {
            call.legClosed(closed);
        }

        @Override
        public void onFailure(RuntimeException failure) {
            log.error("call {}: ringing agent {} failed by a mistake of ours", call.id(), offer.agent());
            ringing.remove(offer.offer());
            reject(offer.offer(), RejectCause.FAILED);
            withdraw("failed");
        }
    }
}
