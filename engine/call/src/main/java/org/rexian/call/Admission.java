package org.rexian.call;

import java.util.Optional;
import org.rexian.ivr.FlowRun;
import org.rexian.sip.IncomingInvite;
import org.rexian.sip.Origin;
import org.rexian.sip.SessionEnd;
import org.rexian.sip.SessionListener;
import org.rexian.sip.SipSession;

/** Decides what becomes of an INVITE: an agent's feature code, a call to a hotline, or a refusal with the right status. */
final class Admission {

    private final CallCenter center;
    private NumberPlan numbers;
    private boolean closed;

    Admission(CallCenter center, NumberPlan numbers) {
        this.center = center;
        this.numbers = numbers;
    }

    SessionListener admit(SipSession session, IncomingInvite invite) {
        long now = center.loop().now();
        long id = center.ids().next(now);
        String origin = nameOf(invite.origin());
        RecordDraft draft = new RecordDraft(id, invite.callId(), origin, invite.fromUser(), invite.toUser(), now);
        if (closed) {
            return refuse(session, draft, 503, "shutting down");
        }
        Optional<FeatureCodes.Feature> feature =
                center.settings().featureCodes().find(invite.toUser());
        if (feature.isPresent() && invite.origin() instanceof Origin.Account(String account)) {
            return feature(session, invite, draft, account, feature.get());
        }
        Optional<FlowRun> run = numbers.start(invite.toUser(), invite.fromUser(), id, now);
        if (run.isEmpty()) {
            return refuse(session, draft, 404, "no such number");
        }
        Optional<LegAudio> audio = LegAudio.open(center.media(), center.loop(), id);
        if (audio.isEmpty()) {
            return refuse(session, draft, 503, "no media port free");
        }
        Call call = new Call(draft, id, invite.fromUser(), audio.get(), run.get(), center);
        center.began(call, now, origin, invite.toUser());
        center.loop().run(() -> call.customer().accept(session, invite.sdp()), call::onFailure);
        return call.customer();
    }

    private SessionListener feature(
            SipSession session,
            IncomingInvite invite,
            RecordDraft draft,
            String account,
            FeatureCodes.Feature feature) {
        Optional<String> agent = who(account, feature);
        if (agent.isEmpty()) {
            return refuse(session, draft, 403, "no agent at this phone");
        }
        Optional<LegAudio> audio = audioFor(feature);
        if (audio.isEmpty()) {
            return refuse(session, draft, 503, "no media port free");
        }
        FeatureCall call = new FeatureCall(agent.get(), feature, account, draft, audio.get(), center);
        center.began(call);
        center.loop().run(() -> call.leg().accept(session, invite.sdp()), call::onFailure);
        return call.leg();
    }

    /** Who dials: the agent whose phone it is, or the one who is about to sit down at a shared desk. */
    private Optional<String> who(String account, FeatureCodes.Feature feature) {
        if (feature instanceof FeatureCodes.Feature.SignIn(String named) && !named.isEmpty()) {
            boolean free =
                    center.agents().sharedDesk(account) && center.agents().knows(named);
            return free ? Optional.of(named) : center.agents().agent(account).filter(named::equals);
        }
        return center.agents().agent(account);
    }

    /** A supervisor's audio must be on the media loop of the talk. */
    private Optional<LegAudio> audioFor(FeatureCodes.Feature feature) {
        Optional<Talk> talk = switch (feature) {
            case FeatureCodes.Feature.Supervise(SupervisionMode mode, String agent) ->
                center.talks().of(agent);
            case FeatureCodes.Feature.TakeOver(String agent) -> center.talks().of(agent);
            default -> Optional.empty();
        };
        long sdpSession = center.loop().now();
        return talk.map(with -> LegAudio.openBeside(with.host().customer(), center.media(), center.loop(), sdpSession))
                .orElseGet(() -> LegAudio.open(center.media(), center.loop(), sdpSession));
    }

    private SessionListener refuse(SipSession session, RecordDraft draft, int status, String reason) {
        session.reject(status, reason);
        center.refused(draft.complete(center.loop().now(), "rejected", status));
        return Refused.INSTANCE;
    }

    private static String nameOf(Origin origin) {
        return switch (origin) {
            case Origin.Trunk(String name) -> name;
            case Origin.Account(String user) -> user;
        };
    }

    void publish(NumberPlan next) {
        numbers = next;
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    /** Hears what is left of a refused INVITE: nothing that matters. */
    private enum Refused implements SessionListener {
        INSTANCE;

        @Override
        public void onAnswered(SipSession session, byte[] sdp) {}

        @Override
        public void onEnded(SipSession session, SessionEnd end) {}
    }
}
