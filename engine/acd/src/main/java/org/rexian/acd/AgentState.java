package org.rexian.acd;

/** Where an agent stands. UNREACHABLE: signed in, but the phone cannot be rung. */
public enum AgentState {
    SIGNED_OUT,
    NOT_READY,
    READY,
    RESERVED,
    TALKING,
    HELD,
    WRAP_UP,
    UNREACHABLE
}
