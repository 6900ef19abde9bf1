package org.rexian.sip.session;

import org.rexian.sip.SipTimers;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * Our 2xx to an INVITE, sent again from T1 doubling to T2 until its ACK comes, over any transport; given up after 64·T1
 * (RFC 3261 §13.3.1.4, §14.2).
 */
final class AckWait {
    private final Services services;
    private final ServerTransaction invite;
    private final SipResponse ok;
    private final boolean bringsAnswer;
    private final Runnable onGiveUp;
    private final long giveUpAtMillis;
    private long intervalMillis;
    private TimerQueue.Timer timer;

    /**
     * Sends the 2xx.
     *
     * @param bringsAnswer the 2xx holds our offer, so that the ACK must hold the answer
     */
    AckWait(Services services, ServerTransaction invite, SipResponse ok, boolean bringsAnswer, Runnable onGiveUp) {
        SipTimers times = services.settings().timers();
        this.services = services;
        this.invite = invite;
        this.ok = ok;
        this.bringsAnswer = bringsAnswer;
        this.onGiveUp = onGiveUp;
        this.giveUpAtMillis = services.timers().now() + 64 * times.t1Millis();
        this.intervalMillis = times.t1Millis();
        this.timer = services.timers().in(intervalMillis, this::again);
        invite.respond(ok);
    }

    private void again() {
        long now = services.timers().now();
        if (now >= giveUpAtMillis) {
            services.usage().answersUnacknowledged.increment();
            onGiveUp.run();
            return;
        }
        services.usage().answersResent.increment();
        invite.respond(ok);
        intervalMillis =
                Math.min(2 * intervalMillis, services.settings().timers().t2Millis());
        timer = services.timers().schedule(Math.min(now + intervalMillis, giveUpAtMillis), this::again);
    }

    boolean isFor(SipRequest ack) {
        return ack.cseq().number() == invite.request().cseq().number();
    }

    boolean bringsAnswer() {
        return bringsAnswer;
    }

    void stop() {
        timer.cancel();
    }
}
