package org.rexian.ivr;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a {@link FlowRun} wants done, in order. The caller of the run carries it out and reports back as a {@link FlowInput}. */
public sealed interface FlowAction {

    /** One recorded prompt: its name in the flow, and the WAV file to play. */
    record Prompt(String name, Path file) {}

    /** For call record and counts: the run is now at this step. */
    record Entered(String flow, String version, String step) implements FlowAction {}

    /**
     * Replace what is playing by these prompts. With {@code loop} they repeat until replaced or stopped; without it
     * {@link FlowInput.PlaybackFinished} with the same number follows.
     */
    record Play(long playback, List<Prompt> prompts, boolean loop) implements FlowAction {}

    /** Be silent. */
    record StopPlayback() implements FlowAction {}

    /** Ask the router for an agent. */
    record Enqueue(
            String queue,
            String requirement,
            String customerClass,
            int priority,
            Standing standing,
            Map<String, String> attributes)
            implements FlowAction {}

    /**
     * What the caller brings along: {@code agent} it asks for and waits {@code agentWaitMillis} for alone, {@code customer} who it is,
     * both empty for none, and waiting done before.
     */
    record Standing(String agent, long agentWaitMillis, String customer, long ageCreditMillis) {

        public static final Standing NONE = new Standing("", 0, "", 0);
    }

    /**
     * The caller wants to hang up, keep the place and be called back. {@link FlowInput.CallbackAccepted} follows if that can be;
     * otherwise nothing has changed, and the caller waits on.
     */
    record RequestCallback() implements FlowAction {}

    /** Take the caller out of the queue; {@link FlowInput.QueueLeft} does not follow. */
    record LeaveQueue(String reason) implements FlowAction {}

    /**
     * For the log and a counter: something in the flow could not be computed, and the call went on without it. At most once a call for
     * each expression; {@code message} is one line, and holds no secret.
     */
    record Trouble(String flow, String version, String step, String message) implements FlowAction {}

    /** Hang up. {@code outcome} is what the statistics count, for example {@code self-service}. */
    record End(String cause, String outcome) implements FlowAction {}
}
