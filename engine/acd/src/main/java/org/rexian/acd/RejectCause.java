package org.rexian.acd;

/** Why an agent's phone did not take an offer; each counts apart. */
public enum RejectCause {
    BUSY,
    REJECTED,
    UNREGISTERED,
    FAILED
}
