package org.rexian.sip.session;

import org.jspecify.annotations.Nullable;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transaction.ServerTransactionListener;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;

/** The peer's offers inside a session: re-INVITE (RFC 3261 §14.2) and UPDATE (RFC 3311 §5.2), one at a time. */
final class RemoteOffer implements ServerTransactionListener {
    private final Session session;
    private @Nullable ServerTransaction waiting;

    RemoteOffer(Session session) {
        this.session = session;
    }

    /** True while the owner owes an answer. */
    boolean waiting() {
        return waiting != null;
    }

    void onInvite(SipRequest request, ServerTransaction transaction) {
        boolean early = session.state == SessionState.CALLING || session.state == SessionState.RINGING;
        if (session.localOffer.sent() || session.awaitsAnswerInAck() || session.state == SessionState.CALLING) {
            refuseGlare(request, transaction);
        } else if (early || waiting != null) {
            refuseOverlap(request, transaction);
        } else if (SessionTimer.tooBrief(request)) {
            refuseBriefTimer(request, transaction);
        } else {
            if (session.awaitsAck()) {
                session.stopAwaitingAck();
                session.acknowledged(new byte[0], false);
            }
            ask(request, transaction);
        }
    }

    void onUpdate(SipRequest request, ServerTransaction transaction, Dialog dialog) {
        boolean offers = RequestGate.sdp(request).length > 0;
        if (SessionTimer.tooBrief(request)) {
            refuseBriefTimer(request, transaction);
        } else if (!offers) {
            dialog.refreshTarget(request);
            ResponseBuilder ok = request.response(200).contact(session.contact());
            session.sessionTimer.refresh(request, ok);
            transaction.respond(session.services.signed(ok));
        } else if (session.localOffer.sent() || session.awaitsAnswerInAck() || session.state == SessionState.CALLING) {
            refuseGlare(request, transaction);
        } else if (session.state == SessionState.RINGING || waiting != null) {
            refuseOverlap(request, transaction);
        } else {
            ask(request, transaction);
        }
    }

    private void ask(SipRequest request, ServerTransaction transaction) {
        if (session.state == SessionState.ENDED) {
            transaction.respond(request.response(481).build());
            return;
        }
        waiting = transaction;
        transaction.listener(this);
        session.listener().onOffer(session, RequestGate.sdp(request));
    }

    private void refuseGlare(SipRequest request, ServerTransaction transaction) {
        session.services.usage().glares.increment();
        transaction.respond(request.response(491).build());
    }

    private void refuseOverlap(SipRequest request, ServerTransaction transaction) {
        int seconds = session.services.random().nextInt(0, 11);
        transaction.respond(request.response(500)
                .header("Retry-After", Integer.toString(seconds))
                .build());
    }

    private static void refuseBriefTimer(SipRequest request, ServerTransaction transaction) {
        transaction.respond(request.response(422)
                .header("Min-SE", Integer.toString(SessionTimer.MIN_SECONDS))
                .build());
    }

    /** The owner's answer, or its offer when the re-INVITE had none. */
    void answer(byte[] sdp) {
        ServerTransaction transaction = waiting;
        if (transaction == null) {
            session.misfit();
            return;
        }
        waiting = null;
        SipRequest request = transaction.request();
        session.dialog().refreshTarget(request);
        ResponseBuilder ok = request.response(200)
                .contact(session.contact())
                .header("Allow", RequestGate.ALLOW)
                .body(RequestGate.SDP, sdp);
        session.sessionTimer.refresh(request, ok);
        if (request.is(SipMethod.INVITE)) {
            session.awaitAck(transaction, ok, RequestGate.sdp(request).length == 0);
        } else {
            transaction.respond(session.services.signed(ok));
            session.localOffer.flush();
        }
    }

    void reject(int status) {
        ServerTransaction transaction = waiting;
        if (transaction == null) {
            session.misfit();
            return;
        }
        waiting = null;
        transaction.respond(transaction.request().response(status).build());
        session.localOffer.flush();
    }

    /** The session ends: the peer's re-INVITE gets its final response all the same. */
    void abort() {
        ServerTransaction transaction = waiting;
        if (transaction != null) {
            waiting = null;
            transaction.respond(transaction.request().response(487).build());
        }
    }

    @Override
    public void onCancel(SipRequest cancel, ServerTransaction transaction) {
        if (transaction == waiting) {
            abort();
            session.localOffer.flush();
        } else if (transaction.unanswered()) {
            transaction.respond(transaction.request().response(487).build());
        }
    }

    @Override
    public void onNoAck(ServerTransaction transaction) {}

    @Override
    public void onTransportError(ServerTransaction transaction) {
        if (transaction == waiting) {
            waiting = null;
        }
    }
}
