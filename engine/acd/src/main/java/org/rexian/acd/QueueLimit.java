package org.rexian.acd;

/** The limits of a queue, each with its own exit in the flow. */
public enum QueueLimit {
    FULL,
    MAX_WAIT,
    NO_AGENTS,
    CLOSED
}
