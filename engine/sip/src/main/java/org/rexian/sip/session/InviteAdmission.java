package org.rexian.sip.session;

import java.util.List;
import java.util.Optional;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.Origin;
import org.rexian.sip.RefusedInvite;
import org.rexian.sip.SipUser;
import org.rexian.sip.transaction.ServerTransaction;
import org.rexian.sip.transport.Destination;
import org.rexian.sip.transport.Flow;
import org.rexian.sip.transport.Transport;
import org.rexian.sip.wire.ResponseBuilder;
import org.rexian.sip.wire.SipRequest;
import org.rexian.sip.wire.SipResponse;

/** A new INVITE, past the gate: room for it, who calls, then the session and its owner. */
final class InviteAdmission {
    private static final String BUSY_SECONDS = "5";

    private final Services services;
    private final CallerCheck callers;
    private final SipUser user;

    InviteAdmission(Services services, CallerCheck callers, SipUser user) {
        this.services = services;
        this.callers = callers;
        this.user = user;
    }

    /** For an INVITE that the gate turned away: it was a call all the same. */
    void refusedAtTheGate(SipRequest invite, ServerTransaction transaction, ResponseBuilder response) {
        services.usage().requestsRefused.increment();
        refuseCall(invite, transaction, response);
    }

    void admit(SipRequest invite, ServerTransaction transaction) {
        if (!services.sessions().admits()) {
            services.usage().sessionsRefused.increment();
            refuseCall(invite, transaction, invite.response(503).header("Retry-After", BUSY_SECONDS));
            return;
        }
        long now = services.timers().now();
        switch (callers.judge(invite, transaction.flow(), now)) {
            case CallerCheck.Verdict.Prove prove -> challenge(invite, transaction, prove.challenges());
            case CallerCheck.Verdict.Stranger() -> {
                services.usage().strangersRefused.increment();
                refuseCall(invite, transaction, invite.response(403));
            }
            case CallerCheck.Verdict.Known known -> begin(known.origin(), invite, transaction);
        }
    }

    private void challenge(SipRequest invite, ServerTransaction transaction, List<String> challenges) {
        services.usage().challenges.increment();
        ResponseBuilder response = invite.response(401);
        challenges.forEach(value -> response.header("WWW-Authenticate", value));
        askAgain(transaction, response);
    }

    private void begin(Origin origin, SipRequest invite, ServerTransaction transaction) {
        if (SessionTimer.tooBrief(invite)) {
            String least = Integer.toString(SessionTimer.MIN_SECONDS);
            askAgain(transaction, invite.response(422).header("Min-SE", least));
            return;
        }
        Flow flow = transaction.flow();
        String tag = services.tokens().tag();
        IncomingSession session = new IncomingSession(services, tag, transaction, pinned(origin, invite, flow));
        IncomingInvite call = new IncomingInvite(
                origin,
                invite.callId(),
                invite.from().uri().user(),
                invite.from().display(),
                invite.uri().user(),
                invite::headers,
                RequestGate.sdp(invite),
                flow.remote());
        session.adopt(user.onInvite(session, call));
    }

    /** A response after which the same call may come again, better said. */
    private void askAgain(ServerTransaction transaction, ResponseBuilder response) {
        transaction.respond(response.toTag(services.tokens().tag()).build());
    }

    private void refuseCall(SipRequest invite, ServerTransaction transaction, ResponseBuilder response) {
        SipResponse refusal = response.toTag(services.tokens().tag()).build();
        transaction.respond(refusal);
        user.onRefused(new RefusedInvite(
                invite.callId(),
                invite.from().uri().user(),
                invite.uri().user(),
                refusal.status(),
                transaction.flow().remote()));
    }

    /**
     * Whether the dialog's requests go back the way the INVITE came: by the caller's own connection, through its NAT (the
     * Contact names another host than the packet's source), or to an account, whose phone listens where it sends from.
     */
    private static Optional<Destination> pinned(Origin origin, SipRequest invite, Flow flow) {
        boolean direct = invite.vias().size() == 1;
        boolean stream = flow.transport() != Transport.UDP;
        return direct && (stream || origin instanceof Origin.Account || contactElsewhere(invite, flow))
                ? Optional.of(flow.back())
                : Optional.empty();
    }

    private static boolean contactElsewhere(SipRequest invite, Flow flow) {
        return invite.contacts().isEmpty()
                || Locator.literal(invite.contacts().getFirst().uri().host())
                        .map(address -> !address.equals(flow.remote().getAddress()))
                        .orElse(false);
    }
}
