package org.rexian.call;

import java.util.List;
import java.util.Optional;
import org.rexian.acd.AcdCommand;
import org.rexian.acd.AcdEvent;
import org.rexian.call.FeatureCodes.Feature;
import org.rexian.sip.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's call to a feature code: answers, asks the router, says what became of it, hangs up. The router answers a
 * misfit with a rejection of just this command; a command that changes nothing is answered by nothing, so a short time
 * without rejection is a yes. A supervisor's call to a talk ends here at once: the leg goes to the {@link Supervision}.
 */
final class FeatureCall implements LegOwner {

    private static final Logger log = LoggerFactory.getLogger(FeatureCall.class);
    private static final long REJECTION_WITHIN_MILLIS = 200;
    private static final long PROMPT = 1;

    private final String agent;
    private final Feature feature;
    private final String account;
    private final RecordDraft draft;
    private final CallCenter center;
    private final CallLoop loop;
    private final Leg leg;
    private Optional<AcdCommand> asked = Optional.empty();
    private boolean told;
    private boolean failed;

    /** @param agent who sits at the phone: at a shared desk, whoever signs in there */
    FeatureCall(String agent, Feature feature, String account, RecordDraft draft, LegAudio audio, CallCenter center) {
        this.agent = agent;
        this.feature = feature;
        this.account = account;
        this.draft = draft;
        this.center = center;
        this.loop = center.loop();
        this.leg = new Leg(Leg.Role.AGENT, account, loop, audio, this, this::closed);
    }

    Leg leg() {
        return leg;
    }

    @Override
    public void onUp(Leg up) {
        draft.answered(up.answeredAt());
        switch (feature) {
            case Feature.Supervise(SupervisionMode mode, String whom) ->
                supervise(whom).ifPresent(talk -> new Supervision(talk, agent, leg, mode, center).begin());
            case Feature.TakeOver(String whom) -> supervise(whom).ifPresent(this::takeOver);
            default -> askRouter();
        }
    }

    /** The talk of an agent whom this one supervises; says "not possible" where there is none. */
    private Optional<Talk> supervise(String whom) {
        Optional<Talk> talk = center.settings().rights().supervises(agent, whom)
                ? center.talks().of(whom)
                : Optional.empty();
        if (talk.isEmpty()) {
            log.info("agent {} may not go to {}'s talk, or there is none", agent, whom);
            tell("not-possible");
        }
        return talk;
    }

    private void takeOver(Talk talk) {
        Supervision silent = new Supervision(talk, agent, leg, SupervisionMode.LISTEN, center);
        silent.begin();
        silent.onDigit(leg, '4');
    }

    private void askRouter() {
        long now = loop.now();
        Optional<AcdCommand> command = command(now);
        if (command.isEmpty()) {
            tell("not-possible");
            return;
        }
        center.awaitWord(this);
        asked = command;
        center.acd().send(command.get());
        if (feature instanceof Feature.SignIn) {
            center.acd().send(new AcdCommand.Ready(now, agent));
        }
        var _ = loop.at(now + REJECTION_WITHIN_MILLIS, () -> tell(promptOf(feature)), this::onFailure);
    }

    private Optional<AcdCommand> command(long now) {
        return switch (feature) {
            case Feature.SignIn(String named) -> Optional.of(signIn(now));
            case Feature.SignOut() -> Optional.of(new AcdCommand.SignOut(now, agent));
            case Feature.Ready() -> Optional.of(new AcdCommand.Ready(now, agent));
            case Feature.NotReady(String reason) -> Optional.of(new AcdCommand.NotReady(now, agent, reason));
            case Feature.WrapUpEnded() -> Optional.of(new AcdCommand.WrapUpEnded(now, agent));
            case Feature.ExtendWrapUp() ->
                Optional.of(new AcdCommand.ExtendWrapUp(
                        now, agent, center.settings().talk().extendWrapUpMillis()));
            case Feature.OpenQueue(String dialled, boolean open) -> queue(now, dialled, open);
            case Feature.Supervise to -> Optional.empty();
            case Feature.TakeOver from -> Optional.empty();
        };
    }

    private AcdCommand signIn(long now) {
        if (!center.agents().sharedDesk(account)) {
            return new AcdCommand.SignIn(now, agent);
        }
        center.desks().comes(agent, account);
        return new AcdCommand.SignIn(now, agent, account);
    }

    private Optional<AcdCommand> queue(long now, String dialled, boolean open) {
        if (!center.settings().rights().supervisor(agent)) {
            log.info("agent {} is no supervisor and may not open or close queues", agent);
            return Optional.empty();
        }
        return center.settings()
                .directory()
                .queue(dialled)
                .map(queue ->
                        open ? new AcdCommand.OpenQueue(now, queue) : new AcdCommand.CloseQueue(now, queue, false));
    }

    private static String promptOf(Feature feature) {
        return switch (feature) {
            case Feature.SignIn in -> "signed-in";
            case Feature.SignOut() -> "signed-out";
            case Feature.Ready() -> "ready";
            case Feature.NotReady(String reason) -> "not-ready";
            case Feature.WrapUpEnded() -> "wrap-up-ended";
            case Feature.ExtendWrapUp() -> "wrap-up-extended";
            case Feature.OpenQueue(String queue, boolean open) -> open ? "queue-opened" : "queue-closed";
            case Feature.Supervise to -> "not-possible";
            case Feature.TakeOver from -> "not-possible";
        };
    }

    void onRejected(AcdEvent.CommandRejected rejected) {
        if (asked.isPresent() && asked.get().equals(rejected.command())) {
            log.info("agent {}: {}", agent, rejected.reason());
            center.desks().staysAway(agent);
            tell("not-possible");
        }
    }

    private void tell(String prompt) {
        if (!told && !leg.ended()) {
            told = true;
            center.wordCame(this);
            leg.media().play(PROMPT, List.of(center.settings().prompt(prompt)), false);
        }
    }

    @Override
    public void onPlaybackFinished(Leg played, long playback) {
        leg.end("done");
    }

    @Override
    public void onEnded(Leg ended, SessionEnd end) {
        center.wordCame(this);
    }

    private void closed(Leg closed) {
        draft.leg(closed.toRecord());
        boolean answered = closed.answeredAt() > 0;
        String cause = failed ? "failed" : draft.everAnswered() ? "feature-code" : "cancelled";
        center.featureEnded(this, draft.complete(closed.endedAt(), cause, answered ? 200 : closed.finalStatus()));
    }

    @Override
    public void onFailure(RuntimeException failure) {
        log.error("feature code of agent {} ends by a mistake of ours", agent);
        failed = true;
        leg.end("failed");
    }
}
