package org.rexian.acd;

/** What waits in a queue. CONSULT: an agent asks another one, in the middle of a talk. */
public enum ContactKind {
    VOICE,
    CALLBACK,
    OUTBOUND,
    CHAT,
    CONSULT
}
