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
 * without rejection is a yes.
 */
final class FeatureCall implements LegOwner {

    private static final Logger log = LoggerFactory.getLogger(FeatureCall.class);
    private static final long REJECTION_WITHIN_MILLIS = 200;
    private static final long PROMPT = 1;

    private final String agent;
    private final Feature feature;
    private final RecordDraft draft;
    private final CallCenter center;
    private final CallLoop loop;
    private final Leg leg;
    private Optional<AcdCommand> asked = Optional.empty();
    private boolean told;
    private String cause = "cancelled";
    private CallRecord record;

    FeatureCall(String agent, Feature feature, String account, RecordDraft draft, LegAudio audio, CallCenter center) {
        this.agent = agent;
        this.feature = feature;
        this.draft = draft;
        this.center = center;
        this.loop = center.loop();
        this.leg = new Leg(Leg.Role.AGENT, account, loop, audio, this);
        this.record = draft.complete(0, "", 0);
    }

    Leg leg() {
        return leg;
    }

    @Override
    public void onUp(Leg up) {
        draft.answered(up.answeredAt());
        center.awaitWord(this);
        long now = loop.now();
        switch (feature) {
            case Feature.SignIn() -> {
                ask(new AcdCommand.SignIn(now, agent));
                center.acd().send(new AcdCommand.Ready(now, agent));
            }
            case Feature.SignOut() -> ask(new AcdCommand.SignOut(now, agent));
            case Feature.Ready() -> ask(new AcdCommand.Ready(now, agent));
            case Feature.NotReady(String reason) -> ask(new AcdCommand.NotReady(now, agent, reason));
            case Feature.WrapUpEnded() -> ask(new AcdCommand.WrapUpEnded(now, agent));
        }
        var _ = loop.at(now + REJECTION_WITHIN_MILLIS, () -> tell(promptOf(feature)), this::onFailure);
    }

    private void ask(AcdCommand command) {
        asked = Optional.of(command);
        center.acd().send(command);
    }

    private static String promptOf(Feature feature) {
        return switch (feature) {
            case Feature.SignIn() -> "signed-in";
            case Feature.SignOut() -> "signed-out";
            case Feature.Ready() -> "ready";
            case Feature.NotReady(String reason) -> "not-ready";
            case Feature.WrapUpEnded() -> "wrap-up-ended";
        };
    }

    void onRejected(AcdEvent.CommandRejected rejected) {
        if (asked.isPresent() && asked.get().equals(rejected.command())) {
            log.info("agent {}: {}", agent, rejected.reason());
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
        cause = "feature-code";
        leg.end("done");
    }

    @Override
    public void onEnded(Leg ended, SessionEnd end) {
        center.wordCame(this);
        if (draft.everAnswered()) {
            cause = "feature-code";
        }
        record = draft.complete(loop.now(), cause, ended.answeredAt() > 0 ? 200 : end.status());
    }

    @Override
    public void onClosed(Leg closed) {
        draft.leg(closed.toRecord());
        center.featureEnded(this, draft.complete(record.endedAt(), record.cause(), record.sipStatus()));
    }

    @Override
    public void onFailure(RuntimeException failure) {
        log.error("feature code of agent {} ends by a mistake of ours", agent);
        cause = "failed";
        leg.end("failed");
    }
}
