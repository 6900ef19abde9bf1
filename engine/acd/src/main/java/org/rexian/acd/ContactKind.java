package org.rexian.acd;

/** What waits in a queue. */
public enum ContactKind {
    VOICE,
    CALLBACK,
    OUTBOUND,
    CHAT
}
