package org.rexian.sip.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipResponse;

/** Our offers inside a session: one re-INVITE at a time, and what becomes of it (RFC 3261 §14.1). */
final class LocalOffer {

    private enum State {
        IDLE,
        SENT,
        /** Refused with 491: both offered at once. We try again at a random time. */
        GLARE_WAIT
    }

    private final Session session;
    private State state = State.IDLE;
    private Optional<byte[]> queued = Optional.empty();
    private TimerQueue.@Nullable Timer glareTimer;

    LocalOffer(Session session) {
        this.session = session;
    }

    /** Sends it now, or when the session is quiet; of several that wait, the last counts. */
    void offer(byte[] sdp) {
        if (session.state == SessionState.ENDED) {
            session.misfit();
            return;
        }
        queued = Optional.of(sdp);
        flush();
    }

    /** True while the peer owes us an answer. */
    boolean sent() {
        return state == State.SENT;
    }

    /** Sends what waits, if nothing else is going on. */
    void flush() {
        boolean quiet =
                session.state == SessionState.CONFIRMED && !session.awaitsAck() && !session.remoteOffer.waiting();
        if (state == State.IDLE && quiet && queued.isPresent()) {
            byte[] sdp = queued.get();
            queued = Optional.empty();
            state = State.SENT;
            send(sdp);
        }
    }

    private void send(byte[] sdp) {
        Dialog dialog = session.dialog();
        Services services = session.services;
        services.locate(dialog, destination -> {
            if (destination.isEmpty()) {
                refused(503);
                return;
            }
            ReInvite reInvite = new ReInvite(session, sdp, destination.get());
            new ClientRequest(
                    services,
                    dialog.request(SipMethod.INVITE, dialog.nextCseq())
                            .contact(session.contact())
                            .header("Allow", RequestGate.ALLOW)
                            .body(RequestGate.SDP, sdp)
                            .build(),
                    destination.get(),
                    session.credentials(),
                    dialog::nextCseq,
                    reInvite);
        });
    }

    void answered(SipResponse ok) {
        if (session.state == SessionState.ENDED) {
            return;
        }
        state = State.IDLE;
        session.dialog().refreshTarget(ok);
        session.listener().onOfferAnswered(session, ok.body());
        flush();
    }

    /** Glare: who made the Call-ID waits 2.1 to 4 s, the other up to 2 s, in steps of 10 ms. */
    void glare(byte[] sdp) {
        if (session.state == SessionState.ENDED) {
            return;
        }
        Services services = session.services;
        services.usage().glares.increment();
        state = State.GLARE_WAIT;
        if (queued.isEmpty()) {
            queued = Optional.of(sdp);
        }
        int steps = session.ownsCallId()
                ? services.random().nextInt(210, 401)
                : services.random().nextInt(0, 201);
        glareTimer = services.timers().in(10L * steps, () -> {
            state = State.IDLE;
            flush();
        });
    }

    /** The session goes on as it was, unless the peer no longer knows it. */
    void refused(int status) {
        if (session.state == SessionState.ENDED) {
            return;
        }
        state = State.IDLE;
        if (status == 481 || status == 408) {
            SessionEnd end = new SessionEnd(SessionEnd.Cause.TIMEOUT, status, "re-INVITE failed");
            session.termination.peerLost(end, status == 408);
        } else {
            session.listener().onOfferRefused(session, status);
            flush();
        }
    }

    void abort() {
        queued = Optional.empty();
        if (glareTimer != null) {
            glareTimer.cancel();
        }
    }
}
