package org.rexian.acd;

/**
 * Where a contact stands between its queue entry and its end. PARKED: a callback that may not be dialled yet. DIALLING: an
 * agent has accepted, the customer of a callback is being dialled.
 */
public enum ContactStage {
    WAITING,
    PARKED,
    RINGING,
    DIALLING,
    TALKING,
    HELD
}
