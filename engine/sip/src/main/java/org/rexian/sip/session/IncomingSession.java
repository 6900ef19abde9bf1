package org.rexian.sip.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transaction.ServerTransactionListener;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** UAS side: from the peer's INVITE to the ACK of our 200 (RFC 3261 §13.3). */
final class IncomingSession extends Session implements ServerTransactionListener {
    /** Proxies give up a call of which they hear nothing for three minutes (§13.3.1.1). */
    private static final long PROGRESS_AGAIN_MILLIS = 60_000;

    private final ServerTransaction transaction;
    private final SipRequest invite;
    private final Dialog dialog;
    private final NameAddress contact;
    private final Destination lastHop;
    private TimerQueue.@Nullable Timer progressAgain;
    private final TimerQueue.Timer ringLimit;

    IncomingSession(Services services, String localTag, ServerTransaction transaction, Optional<Destination> pinned) {
        super(services, localTag, SessionState.RINGING);
        this.transaction = transaction;
        this.invite = transaction.request();
        this.lastHop = transaction.flow().back();
        this.dialog = Dialog.incoming(invite, localTag, pinned);
        this.contact = services.contact(invite.uri().user(), lastHop);
        this.ringLimit =
                services.timers().in(services.settings().timers().ringLimitMillis(), () -> reject(408, "ring limit"));
        transaction.listener(this);
    }

    // ---- before the answer

    @Override
    public void progress(int status, byte[] sdp) {
        if (state != SessionState.RINGING || status <= 100 || status > 199) {
            misfit();
            return;
        }
        stopProgress();
        sendProgress(invite.response(status)
                .toTag(localTag)
                .contact(contact)
                .body(RequestGate.SDP, sdp)
                .build());
    }

    private void sendProgress(SipResponse response) {
        transaction.respond(response);
        progressAgain = services.timers().in(PROGRESS_AGAIN_MILLIS, () -> sendProgress(response));
    }

    private void stopProgress() {
        if (progressAgain != null) {
            progressAgain.cancel();
        }
    }

    // ---- the answer

    @Override
    public void answer(byte[] sdp) {
        if (state != SessionState.RINGING) {
            misfit();
            return;
        }
        stopRinging();
        state = SessionState.ANSWERED;
        ResponseBuilder ok = invite.response(200)
                .toTag(localTag)
                .contact(contact)
                .header("Allow", RequestGate.ALLOW)
                .header("Supported", RequestGate.SUPPORTED)
                .body(RequestGate.SDP, sdp);
        sessionTimer.refresh(invite, ok);
        awaitAck(transaction, ok, RequestGate.sdp(invite).length == 0);
    }

    @Override
    public void reject(int status, String reason) {
        if (state != SessionState.RINGING || status < 300 || status > 699) {
            misfit();
            return;
        }
        abandonInvite(status, reason);
        finish(new SessionEnd(SessionEnd.Cause.LOCAL, status, reason));
        retire();
    }

    @Override
    void abandonInvite(int status, String reason) {
        stopRinging();
        ResponseBuilder refusal = invite.response(status).toTag(localTag);
        if (!reason.isEmpty()) {
            refusal.header("Reason", ReasonHeader.text(status, reason));
        }
        transaction.respond(services.signed(refusal));
    }

    private void stopRinging() {
        stopProgress();
        ringLimit.cancel();
    }

    // ---- what the peer does meanwhile

    @Override
    public void onCancel(SipRequest cancel, ServerTransaction cancelled) {
        if (state != SessionState.RINGING) {
            return; // our 200 crossed the CANCEL: the peer acknowledges it and says BYE
        }
        abandonInvite(487, "");
        String why = cancel.header("Reason").orElse("");
        finish(new SessionEnd(SessionEnd.Cause.REMOTE_CANCEL, 487, why));
        retire();
    }

    @Override
    public void onNoAck(ServerTransaction refused) {}

    @Override
    public void onTransportError(ServerTransaction failed) {
        stopRinging();
        finish(new SessionEnd(SessionEnd.Cause.TRANSPORT, 0, "response could not be sent"));
        retire();
    }

    // ---- for Session

    @Override
    Dialog dialog() {
        return dialog;
    }

    @Override
    NameAddress contact() {
        return contact;
    }

    @Override
    Optional<Credentials> credentials() {
        return Optional.empty();
    }

    @Override
    Destination lastHop() {
        return dialog.pinned().orElse(lastHop);
    }

    @Override
    boolean ownsCallId() {
        return false;
    }

    @Override
    public String callId() {
        return invite.callId();
    }

    @Override
    public boolean incoming() {
        return true;
    }
}
