package org.rexian.acd;

/** Who ended a talk. */
public enum EndedBy {
    CALLER,
    AGENT,
    SYSTEM
}
