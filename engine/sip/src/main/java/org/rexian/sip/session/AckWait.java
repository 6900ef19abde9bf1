package org.rexian.sip.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;
import org.rexian.sip.SipSessionState.Unacknowledged;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.DestinationState;
import org.rexian.sip.transport.ResponseRoute;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * Our 2xx to an INVITE, sent again from T1 doubling to T2 until its ACK comes, over any transport; given up after 64·T1
 * (RFC 3261 §13.3.1.4, §14.2).
 */
final class AckWait {
    private final Services services;
    private final Consumer<SipResponse> way;
    private final Destination destination;
    private final long cseq;
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
        this(
                services,
                invite::respond,
                ResponseRoute.of(invite.request().topVia(), invite.flow()),
                invite.request().cseq().number(),
                ok,
                bringsAnswer,
                services.timers().now() + 64 * services.settings().timers().t1Millis(),
                onGiveUp);
    }

    /** The same in another process, which no longer knows the transaction. */
    AckWait(Services services, SipResponse ok, Unacknowledged saved, Destination to, Runnable onGiveUp) {
        this(
                services,
                response -> services.sender().send(response, to, () -> {}),
                to,
                saved.cseq(),
                ok,
                saved.bringsAnswer(),
                saved.giveUpAtMillis(),
                onGiveUp);
    }

    private AckWait(
            Services services,
            Consumer<SipResponse> way,
            Destination destination,
            long cseq,
            SipResponse ok,
            boolean bringsAnswer,
            long giveUpAtMillis,
            Runnable onGiveUp) {
        this.services = services;
        this.way = way;
        this.destination = destination;
        this.cseq = cseq;
        this.ok = ok;
        this.bringsAnswer = bringsAnswer;
        this.onGiveUp = onGiveUp;
        this.giveUpAtMillis = giveUpAtMillis;
        this.intervalMillis = services.settings().timers().t1Millis();
        this.timer = services.timers().in(intervalMillis, this::again);
        way.accept(ok);
    }

    private void again() {
        long now = services.timers().now();
        if (now >= giveUpAtMillis) {
            services.usage().answersUnacknowledged.increment();
            onGiveUp.run();
            return;
        }
        services.usage().answersResent.increment();
        way.accept(ok);
        intervalMillis =
                Math.min(2 * intervalMillis, services.settings().timers().t2Millis());
        timer = services.timers().schedule(Math.min(now + intervalMillis, giveUpAtMillis), this::again);
    }

    boolean isFor(SipRequest ack) {
        return ack.cseq().number() == cseq;
    }

    boolean bringsAnswer() {
        return bringsAnswer;
    }

    Unacknowledged state() {
        String octets = new String(ok.encoded(), ISO_8859_1);
        return new Unacknowledged(octets, cseq, bringsAnswer, DestinationState.of(destination), giveUpAtMillis);
    }

    void stop() {
        timer.cancel();
    }
}
