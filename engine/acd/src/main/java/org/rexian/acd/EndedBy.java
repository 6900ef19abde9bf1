package org.rexian.acd;

/** Who ended a talk; TRANSFER: the agent sent the contact out of the house, to a number. */
public enum EndedBy {
    CALLER,
    AGENT,
    SYSTEM,
    TRANSFER
}
