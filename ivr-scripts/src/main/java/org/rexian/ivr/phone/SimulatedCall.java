package org.rexian.ivr.phone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rexian.ivr.FlowAction;
import org.rexian.ivr.FlowInput;
import org.rexian.ivr.FlowRun;

/**
 * A call without a network: recordings take no time, the clock is moved by hand, and the router does what it is told. Whatever the flow
 * does is kept in order. One thread.
 */
public final class SimulatedCall {

    /** More than any checked flow plays in a row. */
    private static final int MAX_IN_A_ROW = 50_000;

    private final FlowRun run;
    private final List<FlowAction> happened = new ArrayList<>();
    private final Map<String, Character> interruptions = new HashMap<>();
    private long now;

    public SimulatedCall(FlowRun run, long nowMillis) {
        this.run = run;
        this.now = nowMillis;
    }

    /** Everything that the flow did since the call began. */
    public List<FlowAction> happened() {
        return happened;
    }

    public FlowRun run() {
        return run;
    }

    public long now() {
        return now;
    }

    /** When this recording is played next, the key is pressed before it ends. */
    public void interrupt(String prompt, char key) {
        interruptions.put(prompt, key);
    }

    /** One input, and the ends of all recordings that are played in consequence. */
    public void input(FlowInput input) {
        FlowInput next = input;
        for (int i = 0; i < MAX_IN_A_ROW; i++) {
            if (run.finished()) {
                return;
            }
            List<FlowAction> actions = run.on(next, now);
            happened.addAll(actions);
            FlowAction.Play playing = null;
            for (FlowAction action : actions) {
                if (action instanceof FlowAction.Play play) {
                    playing = play.loop() ? null : play;
                } else if (action instanceof FlowAction.StopPlayback) {
                    playing = null;
                }
            }
            if (playing == null) {
                return;
            }
            next = end(playing);
        }
        throw new IllegalStateException("the flow does not come to rest");
    }

    private FlowInput end(FlowAction.Play play) {
        for (FlowAction.Prompt prompt : play.prompts()) {
            Character key = interruptions.remove(prompt.name());
            if (key != null) {
                return new FlowInput.Digit(key);
            }
        }
        return new FlowInput.PlaybackFinished(play.playback());
    }

    /** Lets the time run; what falls due happens on the way. */
    public void pass(long millis) {
        long until = now + millis;
        while (!run.finished() && run.deadline() <= until) {
            now = Math.max(now, run.deadline());
            input(new FlowInput.Tick());
        }
        now = until;
    }
}
