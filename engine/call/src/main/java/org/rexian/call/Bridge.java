package org.rexian.call;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rexian.sip.SessionEnd;

/**
 * A talk: the audio of two legs joined packet to packet, music for the caller while the agent holds, and the recording.
 * Owns the agent's leg as long as the talk lasts.
 */
final class Bridge implements LegOwner {

    private static final long MUSIC = -1;

    private final Call call;
    private final Leg caller;
    private final Leg agent;
    private final CallSettings settings;
    private boolean recording;
    private boolean over;

    Bridge(Call call, Leg caller, Leg agent, CallSettings settings) {
        this.call = call;
        this.caller = caller;
        this.agent = agent;
        this.settings = settings;
    }

    void begin(Optional<Path> recordTo) {
        agent.belongsTo(this);
        if (agent.ended()) { // the agent's phone hung up while the router was deciding
            agentGone();
            return;
        }
        join();
        recordTo.ifPresent(file -> {
            recording = true;
            caller.media().startRecording(file);
        });
    }

    private void join() {
        caller.media().bridge(agent.media(), settings.passDtmf());
    }

    /** The caller's phone put the talk on hold: the agent hears what the caller's side sends, that is nothing or its music. */
    void callerHeld(boolean held) {
        if (!agent.held()) {
            call.held(held);
        }
    }

    @Override
    public void onHold(Leg leg, boolean held) {
        if (over) {
            return;
        }
        if (held) {
            caller.media().unbridge();
            caller.media().play(MUSIC, List.of(settings.musicOnHold()), true);
        } else {
            caller.media().stopPlayback();
            join();
        }
        if (!caller.held()) {
            call.held(held);
        }
    }

    void callerGone() {
        over = true;
        stop();
        agent.end("caller hung up");
    }

    @Override
    public void onEnded(Leg leg, SessionEnd end) {
        if (!over) {
            agentGone();
        }
    }

    private void agentGone() {
        over = true;
        stop();
        call.agentHungUp();
    }

    private void stop() {
        if (recording) {
            recording = false;
            caller.media().stopRecording();
        }
        caller.media().unbridge();
        caller.media().stopPlayback();
    }

    @Override
    public void onClosed(Leg leg) {
        call.legClosed(leg);
    }

    @Override
    public void onFailure(RuntimeException failure) {
        call.onFailure(failure);
    }
}
