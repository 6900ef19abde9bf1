package org.rexian.call;

import java.util.List;
import org.rexian.acd.AcdCommand;
import org.rexian.sip.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervisor's leg at a talk: listens, whispers, barges in, takes over. Keys 1, 2, 3, 4 of the supervisor's phone go from one to the
 * other. Owns the leg as long as it is there.
 */
final class Supervision implements LegOwner {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);

    private final Talk talk;
    private final String supervisor;
    private final Leg leg;
    private final CallCenter center;
    private SupervisionMode mode;
    private boolean over;

    Supervision(Talk talk, String supervisor, Leg leg, SupervisionMode mode, CallCenter center) {
        this.talk = talk;
        this.supervisor = supervisor;
        this.leg = leg;
        this.mode = mode;
        this.center = center;
    }

    /** The leg is up: joins the talk, or hangs up where that can't be any more. */
    void begin() {
        leg.belongsTo(this);
        if (leg.ended()) {
            over = true;
        } else if (talk.admit(this)) {
            happened("supervisor-" + word(mode));
            center.supervisions().put(supervisor, this);
        } else {
            refuse("there is no such talk, or somebody listens already");
        }
    }

    private static String word(SupervisionMode mode) {
        return switch (mode) {
            case LISTEN -> "listens";
            case WHISPER -> "whispers";
            case BARGE -> "barges-in";
        };
    }

    Scene.Coach coach(Leg trainee) {
        return new Scene.Coach(leg, mode, trainee);
    }

    void change(SupervisionMode next) {
        if (next != mode) {
            mode = next;
            happened("supervisor-" + word(next));
            talk.refresh();
        }
    }

    Outcome takeOver() {
        if (talk.busy().isPresent()) {
            return Outcome.refused(talk.busy().get());
        }
        var _ = talk.ask(
                        new AcdCommand.TakeOver(center.loop().now(), talk.host().contact(), supervisor))
                .thenAccept(this::answer);
        return Outcome.done();
    }

    private void answer(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(String reason) && !over) {
            log.info("supervisor {} can't take over from {}: {}", supervisor, talk.agent(), reason);
            sayNotPossible();
        }
    }

    private void sayNotPossible() {
        leg.media().play(AgentKeys.PROMPT, List.of(center.settings().prompt("not-possible")), false);
    }

    /** The talk is the supervisor's now, and so is the leg the talk's. */
    Leg handOver() {
        gone();
        return leg;
    }

    boolean at(Talk other) {
        return talk == other;
    }

    @Override
    public void onDigit(Leg from, char digit) {
        switch (digit) {
            case '1' -> change(SupervisionMode.LISTEN);
            case '2' -> change(SupervisionMode.WHISPER);
            case '3' -> change(SupervisionMode.BARGE);
            case '4' -> answer(takeOver());
            default -> {}
        }
    }

    @Override
    public void onPlaybackFinished(Leg played, long playback) {
        if (over && playback == AgentKeys.PROMPT) {
            leg.end("refused");
        }
    }

    private void refuse(String why) {
        over = true;
        log.info("supervisor {}: {}", supervisor, why);
        sayNotPossible();
    }

    void talkOver() {
        gone();
        leg.end("the talk is over");
    }

    private void gone() {
        over = true;
        center.supervisions().remove(supervisor, this);
    }

    @Override
    public void onEnded(Leg ended, SessionEnd end) {
        if (!over) {
            gone();
            happened("supervisor-leaves");
            talk.dismiss(this);
        }
    }

    private void happened(String what) {
        talk.host().draft().happened(center.loop().now(), what, supervisor, talk.agent());
    }

    @Override
    public void onFailure(RuntimeException failure) {
        log.error("the supervision of {} ends by a mistake of ours", talk.agent());
        leg.end("failed");
    }
}
