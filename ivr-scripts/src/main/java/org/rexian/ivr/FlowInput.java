package org.rexian.ivr;

/** What happened to the call that a {@link FlowRun} steers. */
public sealed interface FlowInput {

    /** The caller can hear us; first input of every run. */
    record Started() implements FlowInput {}

    /** What {@link FlowAction.Play} with this number began has been heard to its end. */
    record PlaybackFinished(long playback) implements FlowInput {}

    /** {@code digit} is one of 0–9, * , #, A–D. */
    record Digit(char digit) implements FlowInput {}

    /** {@link FlowRun#deadline()} is due. */
    record Tick() implements FlowInput {}

    /** Where the caller stands in the queue, for announcements; {@code ewtMillis} is negative while unknown. */
    record QueuePosition(int position, long ewtMillis) implements FlowInput {}

    /** The router let the contact go; the flow takes the exit of that name. */
    record QueueLeft(Exit exit) implements FlowInput {
        /** The exits of a queue step. */
        public enum Exit {
            FULL,
            MAX_WAIT,
            NO_AGENTS,
            CLOSED,
            FAILED
        }
    }

    /** The caller talks with this agent; the run stays in its queue step, silent. */
    record Connected(String agent) implements FlowInput {}

    /** What {@link FlowAction.RequestCallback} asked for is granted: the contact is no longer the flow's. */
    record CallbackAccepted() implements FlowInput {}

    /** The agent sent the caller on, or was lost: the caller waits again in this queue step, without having left it. */
    record WaitsAgain() implements FlowInput {}

    /** The agent hung up first: the flow goes on (survey, goodbye). */
    record TalkEnded() implements FlowInput {}

    /** Nothing can be played any more; only {@link FlowAction.End} may come back. */
    record CallerHungUp() implements FlowInput {}
}
