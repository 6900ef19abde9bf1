package org.rexian.call;

import org.jspecify.annotations.Nullable;
import org.rexian.call.InTalkCodes.Meaning;
import org.rexian.sip.TimerQueue;

/** What an agent presses in a talk: codes are carried out, the rest is sent on. */
final class AgentKeys {

    static final int TONE_MILLIS = 100;
    static final long PROMPT = -4;

    private final Talk talk;
    private final CallCenter center;
    private final InTalkCodes codes;
    private TimerQueue.@Nullable Timer timer;

    AgentKeys(Talk talk, CallCenter center) {
        this.talk = talk;
        this.center = center;
        this.codes = new InTalkCodes(center.settings().talk().codes());
    }

    void pressed(char key) {
        act(codes.key(key, center.loop().now()));
        arm();
    }

    private void due() {
        timer = null;
        act(codes.tick(center.loop().now()));
        arm();
    }

    private void act(Meaning meaning) {
        switch (meaning) {
            case Meaning.Nothing nothing -> {}
            case Meaning.Keys keys -> talk.sendOn(keys.keys());
            case Meaning.Code code -> {
                var _ = TalkFunctions.perform(talk, code.function(), code.number(), center)
                        .thenAccept(this::answer);
            }
        }
    }

    private void answer(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(String reason)) {
            TalkFunctions.log.info("agent {}: {}", talk.agent(), reason);
            talk.tellAgent("not-possible");
        }
    }

    private void arm() {
        close();
        if (codes.deadline() != Long.MAX_VALUE) {
            timer = center.loop().at(codes.deadline(), this::due, talk::onFailure);
        }
    }

    void close() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
