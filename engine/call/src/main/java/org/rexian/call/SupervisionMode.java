package org.rexian.call;

/** How a supervisor takes part in a talk. */
public enum SupervisionMode {
    /** Hears both, is heard by nobody. */
    LISTEN,
    /** Hears both, is heard by the agent alone. */
    WHISPER,
    /** Hears both and is heard by both. */
    BARGE
}
