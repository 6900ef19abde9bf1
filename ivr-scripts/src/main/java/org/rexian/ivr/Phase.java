package org.rexian.ivr;

/** What a run waits for inside its step. */
public enum Phase {
    /** {@link FlowInput.Started}. */
    NEW,
    /** The end of a say step's speech. */
    SAYING,
    /** The end of a menu's or collect's speech, or a key. */
    PROMPTING,
    /** The first key. */
    LISTENING,
    /** The next key of an entry. */
    ENTERING,
    /** The end of the question whether an entry is right, or the answer. */
    CONFIRM_PROMPTING,
    /** The answer. */
    CONFIRMING,
    /** In the queue: the end of what is said at its begin, or of an announcement. */
    ANNOUNCING,
    /** In the queue: anything. */
    WAITING,
    /** In a talk with an agent. */
    TALKING,
    /** The end of the last words. */
    ENDING,
    FINISHED
}
