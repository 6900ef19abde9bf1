package org.rexian.call;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rexian.ivr.FlowAction;
import org.rexian.ivr.FlowInput;
import org.rexian.ivr.FlowRun;
import org.rexian.media.MediaSession;
import org.rexian.sip.TimerQueue;

/** Carries out what a call's {@link FlowRun} decides, and wakes it at its deadlines. */
final class CallFlow {

    private final FlowRun run;
    private final Call call;
    private final CallLoop loop;
    private final MediaSession media;
    private final RecordDraft draft;
    private final ArrayDeque<FlowInput> inputs = new ArrayDeque<>();
    private boolean running;
    private long armedFor = Long.MAX_VALUE;
    private TimerQueue.@Nullable Timer timer;

    CallFlow(FlowRun run, Call call, CallLoop loop, MediaSession media, RecordDraft draft) {
        this.run = run;
        this.call = call;
        this.loop = loop;
        this.media = media;
        this.draft = draft;
    }

    /** Feeds the run. An action may cause the next input while it is carried out: those wait their turn. */
    void input(FlowInput input) {
        inputs.add(input);
        if (running) {
            return;
        }
        running = true;
        try {
            for (FlowInput next = inputs.poll(); next != null; next = inputs.poll()) {
                if (!run.finished()) {
                    run.on(next, loop.now()).forEach(this::perform);
                }
            }
        } finally {
            running = false;
            inputs.clear();
        }
        arm();
    }

    private void perform(FlowAction action) {
        switch (action) {
            case FlowAction.Entered at -> draft.step(loop.now(), at.flow(), at.version(), at.step());
            case FlowAction.Play play -> media.play(play.playback(), files(play), play.loop());
            case FlowAction.StopPlayback() -> media.stopPlayback();
            case FlowAction.Enqueue enqueue -> call.enqueue(enqueue);
            case FlowAction.Trouble trouble -> call.flowTrouble(trouble);
            case FlowAction.RequestCallback() -> call.requestCallback();
            case FlowAction.LeaveQueue leave -> call.leaveQueue(leave.reason());
            case FlowAction.End end -> call.endByFlow(end);
        }
    }

    private static List<Path> files(FlowAction.Play play) {
        List<Path> files = new ArrayList<>(play.prompts().size());
        for (FlowAction.Prompt prompt : play.prompts()) {
            files.add(prompt.file());
        }
        return files;
    }

    /** Language of what the caller hears at present. */
    String language() {
        return run.language();
    }

    private void arm() {
        long due = run.finished() ? Long.MAX_VALUE : run.deadline();
        if (due == armedFor) {
            return;
        }
        disarm();
        if (due != Long.MAX_VALUE) {
            armedFor = due;
            timer = loop.at(due, this::due, call::onFailure);
        }
    }

    private void due() {
        armedFor = Long.MAX_VALUE;
        timer = null;
        input(new FlowInput.Tick());
    }

    void disarm() {
        armedFor = Long.MAX_VALUE;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
