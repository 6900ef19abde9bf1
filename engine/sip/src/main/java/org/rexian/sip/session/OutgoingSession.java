package org.rexian.sip.session;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.sip.CallTarget;
import org.rexian.sip.OutgoingInvite;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SipSessionState;
import org.rexian.sip.TimerQueue;
import org.rexian.sip.dialog.Dialog;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.wire.NameAddress;
import org.rexian.sip.wire.RequestBuilder;
import org.rexian.sip.wire.SipMethod;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;
import org.rexian.sip.wire.SipUri;

/**
 * UAC side: from our INVITE, to one place or to several at once, to the ACK of the first 2xx (RFC 3261 §13.2). Whatever 2xx comes
 * besides, of another fork or after we gave up, is acknowledged and ended by BYE.
 */
final class OutgoingSession extends Session {
    /** What {@link #remoteAddress} says before anything was sent. */
    private static final Destination NOWHERE = Destination.udp(InetSocketAddress.createUnresolved("invalid", 0));

    private final OutgoingInvite invite;
    private final Optional<Credentials> credentials;
    private final String callId;
    private final List<InviteBranch> branches = new ArrayList<>(1);
    private final Forks forks = new Forks();
    private long cseq = 1;
    private @Nullable InviteFailure failure;
    private @Nullable Dialog dialog;
    private @Nullable InviteBranch answeredBy;
    private boolean owesAnswer;
    private TimerQueue.@Nullable Timer noAnswer;

    OutgoingSession(Services services, OutgoingInvite invite, Optional<Credentials> credentials) {
        super(services, services.tokens().tag(), SessionState.CALLING);
        this.invite = invite;
        this.credentials = credentials;
        this.callId = services.tokens().callId();
        if (invite.noAnswerMillis() > 0) {
            noAnswer = services.timers().in(invite.noAnswerMillis(), this::nobodyAnswered);
        }
    }

    // ---- the INVITE goes out

    /** Rings these places, unless the owner changed its mind while they were looked up. */
    void ring(SipUri to, List<Hop> hops) {
        if (state != SessionState.CALLING) {
            return;
        }
        for (Hop hop : hops) {
            branches.add(new InviteBranch(this, hop, request(to, hop), () -> ++cseq));
        }
        if (hops.isEmpty()) {
            onFailure(new InviteFailure(480, InviteFailure.Kind.RESPONSE, "nowhere to ring"));
        }
    }

    private SipRequest request(SipUri to, Hop hop) {
        NameAddress ours = services.contact(invite.fromUser(), hop.destination());
        String host = services.sender().localFor(hop.destination()).host();
        NameAddress from = NameAddress.of(invite.fromDisplay(), SipUri.of(invite.fromUser(), host, 0));
        RequestBuilder builder = SipRequest.builder(SipMethod.INVITE, hop.uri())
                .from(from.withTag(localTag))
                .to(NameAddress.of(to))
                .callId(callId)
                .cseq(cseq)
                .contact(ours)
                .header("Allow", RequestGate.ALLOW);
        invite.headers().forEach(builder::header);
        if (!services.settings().userAgent().isEmpty()) {
            builder.set("User-Agent", services.settings().userAgent());
        }
        return builder.body(RequestGate.SDP, invite.sdp()).build();
    }

    // ---- what comes back

    void onProvisional(InviteBranch branch, SipResponse response) {
        if (response.to().tag().isEmpty() || response.status() == 100) {
            return;
        }
        boolean known = forks.dialogOf(branch, response).isPresent();
        if (known && state == SessionState.CALLING) {
            listener().onProgress(this, response.status(), response.body());
        }
    }

    void onSuccess(InviteBranch branch, SipResponse ok) {
        Optional<Dialog> of = forks.dialogOf(branch, ok);
        if (of.isEmpty()) {
            return;
        }
        Optional<SipRequest> sentAck = forks.ackOf(ok.to().tag());
        if (sentAck.isPresent()) {
            services.locate(
                    of.get(), d -> d.ifPresent(to -> services.transactions().resendAck(sentAck.get(), to)));
        } else if (state == SessionState.CALLING) {
            answered(branch, of.get(), ok);
        } else if (!of.get().equals(dialog)) {
            endUnwanted(branch, of.get(), ok);
        }
    }

    private void answered(InviteBranch branch, Dialog by, SipResponse ok) {
        stopWaiting();
        by.confirmedBy(ok);
        dialog = by;
        answeredBy = branch;
        state = SessionState.CONFIRMED;
        for (InviteBranch other : branches) {
            other.cancel(ReasonHeader.COMPLETED_ELSEWHERE);
        }
        owesAnswer = invite.sdp().length == 0;
        if (!owesAnswer) {
            acknowledge(branch, by, new byte[0]);
        }
        listener().onAnswered(this, ok.body());
    }

    private void endUnwanted(InviteBranch branch, Dialog unwanted, SipResponse ok) {
        services.usage().lateAnswers.increment();
        unwanted.confirmedBy(ok);
        acknowledge(branch, unwanted, new byte[0]);
        Termination.bye(this, unwanted, "", () -> {});
    }

    private void acknowledge(InviteBranch branch, Dialog of, byte[] sdp) {
        SipRequest ack = Acks.to(of, branch.invite(), sdp);
        forks.acknowledged(of.remoteTag(), ack);
        services.locate(
                of,
                destination -> destination.ifPresent(to -> forks.acknowledged(
                        of.remoteTag(), services.transactions().sendAck(ack, to))));
    }

    /** The answer to the offer of the peer's 200 goes out with the ACK; later ones are those of re-INVITEs. */
    @Override
    public void answerOffer(byte[] sdp) {
        if (owesAnswer) {
            settleAck(sdp);
            localOffer.flush();
        } else {
            super.answerOffer(sdp);
        }
    }

    private void settleAck(byte[] sdp) {
        InviteBranch branch = answeredBy;
        Dialog of = dialog;
        if (owesAnswer && branch != null && of != null) {
            owesAnswer = false;
            acknowledge(branch, of, sdp);
        }
    }

    /** A session whose 200 was not acknowledged is ended by ACK and BYE (§13.2.2.4). */
    @Override
    public void end(String reason) {
        settleAck(new byte[0]);
        super.end(reason);
    }

    void onFailure(InviteFailure one) {
        failure = failure == null ? one : InviteFailure.worse(failure, one);
        if (state != SessionState.CALLING) {
            return;
        }
        boolean declinedByAll = one.status() >= 600;
        if (declinedByAll) {
            abandonInvite(one.status(), "");
        } else if (stillRinging()) {
            return;
        }
        stopWaiting();
        finish(failure.end());
        retire();
    }

    private boolean stillRinging() {
        for (InviteBranch branch : branches) {
            if (branch.open()) {
                return true;
            }
        }
        return false;
    }

    private void nobodyAnswered() {
        abandonInvite(408, "");
        finish(new SessionEnd(SessionEnd.Cause.TIMEOUT, 408, "no answer in time"));
        retire();
    }

    @Override
    void abandonInvite(int status, String reason) {
        stopWaiting();
        for (InviteBranch branch : branches) {
            branch.cancel(reason);
        }
    }

    private void stopWaiting() {
        if (noAnswer != null) {
            noAnswer.cancel();
        }
    }

    // ---- for Session

    @Override
    Dialog dialog() {
        Dialog confirmed = dialog;
        if (confirmed == null) {
            throw new IllegalStateException("no dialog yet: " + this);
        }
        return confirmed;
    }

    @Override
    Optional<Dialog> dialogOf(SipRequest request) {
        Optional<Dialog> found = forks.find(request);
        boolean otherFork = dialog != null && found.isPresent() && !found.get().equals(dialog);
        return otherFork ? Optional.empty() : found;
    }

    @Override
    NameAddress contact() {
        return services.contact(invite.fromUser(), lastHop());
    }

    @Override
    Optional<Credentials> credentials() {
        return credentials;
    }

    @Override
    Optional<String> trunk() {
        return invite.target() instanceof CallTarget.Uri uri ? uri.trunk() : Optional.empty();
    }

    /** None while we owe the ACK: it needs the INVITE. */
    @Override
    public Optional<SipSessionState> state() {
        return owesAnswer ? Optional.empty() : super.state();
    }

    @Override
    Destination lastHop() {
        InviteBranch branch = answeredBy;
        if (branch != null) {
            return branch.destination();
        }
        return branches.isEmpty() ? NOWHERE : branches.getFirst().destination();
    }

    @Override
    boolean ownsCallId() {
        return true;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public boolean incoming() {
        return false;
    }
}
