package org.rexian.sip.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipSession;
import org.rexian.sip.SipSessionState;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.DestinationState;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/**
 * What both sides of an INVITE usage share once there is a dialog: requests inside it, offers, the end. How it begins is with
 * {@link IncomingSession} and {@link OutgoingSession}.
 */
abstract sealed class Session implements SipSession permits IncomingSession, OutgoingSession, RestoredSession {
    final Services services;
    final String localTag;
    final LocalOffer localOffer = new LocalOffer(this);
    final RemoteOffer remoteOffer = new RemoteOffer(this);
    final Termination termination = new Termination(this);
    final SessionTimer sessionTimer;
    SessionState state;
    private @Nullable SessionListener listener;
    private @Nullable SessionEnd untoldEnd;
    private @Nullable AckWait ackWait;

    Session(Services services, String localTag, SessionState first) {
        this.services = services;
        this.localTag = localTag;
        this.state = first;
        this.sessionTimer = new SessionTimer(services.timers(), () -> termination.peerSilent());
        services.sessions().add(localTag, this);
        services.usage().sessionsBegun.increment();
    }

    // ---- what the two sides add

    /** The dialog that requests of ours go by; there is one from ANSWERED on. */
    abstract Dialog dialog();

    /** The dialog that a request from the peer belongs to. */
    Optional<Dialog> dialogOf(SipRequest request) {
        Dialog only = dialog();
        return only.matches(request.callId(), request.from().tag()) ? Optional.of(only) : Optional.empty();
    }

    /** Gives up the INVITE that has no final response: CANCEL on our side, a final response to the peer's. */
    abstract void abandonInvite(int status, String reason);

    /** Our Contact in this session. */
    abstract NameAddress contact();

    /** Credentials for requests to this peer. */
    abstract Optional<Credentials> credentials();

    /** The trunk whose login they are. */
    Optional<String> trunk() {
        return Optional.empty();
    }

    /** The way that requests went or came last. */
    abstract Destination lastHop();

    /** True when the Call-ID is our making (§14.1). */
    abstract boolean ownsCallId();

    // ---- requests from the peer

    /** A request with our tag in To, past the gate. */
    final void onRequest(SipRequest request, ServerTransaction transaction) {
        Optional<Dialog> dialog = dialogOf(request);
        boolean gone = state == SessionState.ENDED && !request.is(SipMethod.BYE);
        if (dialog.isEmpty() || gone) {
            transaction.respond(request.response(481).build());
        } else if (!dialog.get().inOrder(request)) {
            transaction.respond(
                    request.response(500).reason("CSeq out of order").build());
        } else {
            dispatch(request, transaction, dialog.get());
        }
    }

    private void dispatch(SipRequest request, ServerTransaction transaction, Dialog dialog) {
        switch (request.method()) {
            case SipMethod.BYE -> termination.onBye(request, transaction);
            case SipMethod.INVITE -> remoteOffer.onInvite(request, transaction);
            case SipMethod.UPDATE -> remoteOffer.onUpdate(request, transaction, dialog);
            case SipMethod.INFO -> onInfo(request, transaction);
            case SipMethod.OPTIONS ->
                transaction.respond(capabilities(request.response(200)).build());
            default ->
                transaction.respond(
                        request.response(405).header("Allow", RequestGate.ALLOW).build());
        }
    }

    private void onInfo(SipRequest request, ServerTransaction transaction) {
        transaction.respond(request.response(200).build());
        listener().onInfo(this, request.contentType(), request.body());
    }

    static ResponseBuilder capabilities(ResponseBuilder response) {
        return response.header("Allow", RequestGate.ALLOW)
                .header("Accept", RequestGate.SDP)
                .header("Supported", RequestGate.SUPPORTED);
    }

    // ---- our 2xx and its ACK

    /** Sends a 2xx to an INVITE and keeps sending it. */
    final void awaitAck(ServerTransaction invite, ResponseBuilder ok, boolean bringsAnswer) {
        stopAwaitingAck();
        awaitAck(new AckWait(services, invite, services.signed(ok), bringsAnswer, this::ackNeverCame));
    }

    final void awaitAck(AckWait wait) {
        ackWait = wait;
    }

    /** True while a 2xx of ours has no ACK. */
    final boolean awaitsAck() {
        return ackWait != null;
    }

    /** True while the peer owes the answer to an offer in our 2xx. */
    final boolean awaitsAnswerInAck() {
        return ackWait != null && ackWait.bringsAnswer();
    }

    final void stopAwaitingAck() {
        if (ackWait != null) {
            ackWait.stop();
            ackWait = null;
        }
    }

    /** An ACK inside this session's dialog. */
    final void onAck(SipRequest ack) {
        AckWait waited = ackWait;
        if (waited == null || dialogOf(ack).isEmpty() || !waited.isFor(ack)) {
            return;
        }
        stopAwaitingAck();
        acknowledged(RequestGate.sdp(ack), waited.bringsAnswer());
    }

    /** The peer has our 2xx: its ACK came, or it began something new after it (RFC 5407 §3.1.4). */
    final void acknowledged(byte[] answer, boolean isAnswer) {
        switch (state) {
            case ANSWERED -> {
                state = SessionState.CONFIRMED;
                listener().onConfirmed(this, answer);
            }
            case CONFIRMED -> {
                if (isAnswer) {
                    listener().onOfferAnswered(this, answer);
                }
            }
            case ENDED -> termination.bye();
            case CALLING, RINGING -> {}
        }
        localOffer.flush();
    }

    final void ackNeverCame() {
        ackWait = null;
        if (state != SessionState.ENDED) {
            finish(new SessionEnd(SessionEnd.Cause.NO_ACK, 0, "no ACK to our 200"));
        }
        termination.bye();
    }

    /** A 2xx to an INVITE whose transaction is gone. Whoever sends it has had an ACK and a BYE, or makes it up. */
    void onStray2xx(SipResponse ok) {}

    // ---- the owner's side

    @Override
    public void progress(int status, byte[] sdp) {
        misfit();
    }

    @Override
    public void answer(byte[] sdp) {
        misfit();
    }

    @Override
    public void reject(int status, String reason) {
        misfit();
    }

    @Override
    public void offer(byte[] sdp) {
        localOffer.offer(sdp);
    }

    @Override
    public void answerOffer(byte[] sdp) {
        remoteOffer.answer(sdp);
    }

    @Override
    public void rejectOffer(int status) {
        remoteOffer.reject(status);
    }

    @Override
    public void end(String reason) {
        termination.end(reason);
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return lastHop().remote();
    }

    @Override
    public Optional<SipSessionState> state() {
        if (state != SessionState.ANSWERED && state != SessionState.CONFIRMED) {
            return Optional.empty();
        }
        return Optional.of(new SipSessionState(
                dialog().state(),
                incoming(),
                state == SessionState.CONFIRMED,
                contact().toString(),
                DestinationState.of(lastHop()),
                trunk(),
                sessionTimer.expiresAt(),
                Optional.ofNullable(ackWait).map(AckWait::state)));
    }

    /** From now on this owner hears of the session; of its end at once, when it ended while the owner was being asked. */
    final void adopt(SessionListener owner) {
        listener = owner;
        if (untoldEnd != null) {
            owner.onEnded(this, untoldEnd);
        }
    }

    /** Who hears of the session; events of the peer cannot come before it is known. */
    final SessionListener listener() {
        SessionListener known = listener;
        if (known == null) {
            throw new IllegalStateException("session " + callId() + " has no owner yet");
        }
        return known;
    }

    /** Tells the owner, once. What is still to be sent, the caller sends. */
    final void finish(SessionEnd end) {
        if (state == SessionState.ENDED) {
            return;
        }
        state = SessionState.ENDED;
        sessionTimer.stop();
        localOffer.abort();
        remoteOffer.abort();
        services.usage().sessionsEnded.increment();
        SessionListener owner = listener;
        if (owner == null) {
            untoldEnd = end;
        } else {
            owner.onEnded(this, end);
        }
    }

    /** Forgets the session: nothing more will be sent or is expected. */
    final void retire() {
        stopAwaitingAck();
        services.sessions().remove(localTag);
    }

    final void misfit() {
        services.usage().misfits.increment();
    }

    @Override
    public String toString() {
        return (incoming() ? "in " : "out ") + callId() + " " + state;
    }
}
