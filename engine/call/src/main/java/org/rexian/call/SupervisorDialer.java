package org.rexian.call;

import java.util.Map;
import java.util.Optional;
import org.rexian.sip.CallTarget;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;

/** Rings a supervisor's phone who wants to a talk from the desktop; the answered leg goes to a {@link Supervision}. */
final class SupervisorDialer implements LegOwner {

    private static final long RING_MILLIS = 30_000;

    private final Talk talk;
    private final String supervisor;
    private final SupervisionMode mode;
    private final boolean takesOver;
    private final CallCenter center;

    SupervisorDialer(Talk talk, String supervisor, SupervisionMode mode, boolean takesOver, CallCenter center) {
        this.talk = talk;
        this.supervisor = supervisor;
        this.mode = mode;
        this.takesOver = takesOver;
        this.center = center;
    }

    Outcome ring() {
        Optional<String> account = center.agents()
                .account(supervisor)
                .filter(phone -> center.sip().registrar().reachable(phone));
        if (account.isEmpty()) {
            return Outcome.refused("the supervisor's phone can't be reached");
        }
        TalkHost host = talk.host();
        Optional<LegAudio> audio = LegAudio.openBeside(
                host.customer(),
                center.media(),
                center.loop(),
                center.ids().next(center.loop().now()));
        if (audio.isEmpty()) {
            return Outcome.refused("no media port is free");
        }
        Leg leg = new Leg(Leg.Role.SUPERVISOR, account.get(), center.loop(), audio.get(), this, host::legClosed);
        host.legOpened();
        leg.dialled(center.sip().invite(invite(account.get(), leg), leg));
        return Outcome.done();
    }

    private OutgoingInvite invite(String account, Leg leg) {
        return new OutgoingInvite(
                new CallTarget.Account(account),
                talk.agent(),
                "",
                leg.firstOffer(),
                Map.of("X-Rexian-Call", Long.toString(talk.host().callId())),
                RING_MILLIS);
    }

    @Override
    public void onUp(Leg leg) {
        Supervision supervision = new Supervision(talk, supervisor, leg, mode, center);
        supervision.begin();
        if (takesOver) {
            supervision.onDigit(leg, '4');
        }
    }

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        // not answered: the talk never knew
    }

    @Override
    public void onFailure(RuntimeException failure) {
        talk.onFailure(failure);
    }
}
