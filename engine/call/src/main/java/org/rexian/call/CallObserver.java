package org.rexian.call;

/** Hears of calls as they begin and end, for records, metrics and the board. Called on the call loop: hand over and return. */
public interface CallObserver {

    /** A call was admitted. */
    void onCallStarted(long at, long id, String origin, String from, String to);

    /** A call asks for an agent under this contact number: its own the first time, a new one each time after that. */
    default void onCallQueued(long id, long contact) {}

    /** A call is over, or an INVITE was refused; one record for each INVITE that reached us. */
    void onCallEnded(CallRecord record);
}
