package org.rexian.acd;

/** Where a contact stands between its queue entry and its end. */
public enum ContactStage {
    WAITING,
    RINGING,
    TALKING,
    HELD
}
