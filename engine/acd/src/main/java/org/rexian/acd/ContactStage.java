package org.rexian.acd;

/** Where a contact stands between its queue entry and its end. PARKED: a callback that may not be dialled yet. */
public enum ContactStage {
    WAITING,
    PARKED,
    RINGING,
    TALKING,
    HELD
}
